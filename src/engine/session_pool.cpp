#include "engine/session_pool.h"

#include <utility>

namespace onrecord::engine {

SessionPool::Lease::~Lease() {
  if (session_) pool_->give_back(std::move(session_));
}

Result<SessionPool::Lease> SessionPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      std::unique_ptr<encoder::Session> session = std::move(free_.back());
      free_.pop_back();
      return Lease(*this, std::move(session));
    }
  }
  auto session = network_.session();
  if (!session) return tl::unexpected(session.error());
  return Lease(*this, std::move(*session));
}

void SessionPool::give_back(std::unique_ptr<encoder::Session> session) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(session));
}

}  // namespace onrecord::engine
