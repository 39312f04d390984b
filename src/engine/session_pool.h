#pragma once
// Sessions of one network, lent to the calls that run at the same time: a call takes one that is free, or a new one.
// Thread-safety: may be used from several threads.

#include <memory>
#include <mutex>
#include <vector>

#include "encoder/network.h"

namespace onrecord::engine {

class SessionPool {
 public:
  // The network must outlive the pool.
  explicit SessionPool(const encoder::Network& network) : network_(network) {}

  // Gives its session back when it goes out of scope.
  class Lease {
   public:
    Lease(SessionPool& pool, std::unique_ptr<encoder::Session> session) : pool_(&pool), session_(std::move(session)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    [[nodiscard]] encoder::Session& session() { return *session_; }

   private:
    SessionPool* pool_;
    std::unique_ptr<encoder::Session> session_;
  };

  [[nodiscard]] Result<Lease> take();

 private:
  void give_back(std::unique_ptr<encoder::Session> session);

  const encoder::Network& network_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<encoder::Session>> free_;
};

}  // namespace onrecord::engine
