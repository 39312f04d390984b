#pragma once
// Work on several threads with results in the order of the work: a reader, workers, and the calling thread that takes
// the results.
//
//   run_in_order<Batch, Result>({
//       .threads = 8, .max_bytes = 64 << 20,
//       .next = [&](Batch& batch) { … return more; },          // on its own thread; may block
//       .bytes = [](const Batch& batch) { return …; },
//       .work = [&](Batch batch) { return Result(…); },         // on the workers, several at once
//       .take = [&](Result result) { … return go_on; }});       // here, in order, as soon as each is ready
//
// At most threads + 2 pieces of work, and max_bytes of input (or one piece, however large), are on the way at a time:
// a slow taker slows the reader down and memory stays bounded. Nothing of the results depends on the threads.
//
// next and work must not throw. When take returns false run_in_order returns false at once, while the reader may still
// wait for its input: the caller must then end the process without running destructors (std::_Exit).

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "base/thread_pool.h"

namespace onrecord::app {

template <class Piece, class Done>
struct OrderedWork {
  unsigned threads = 1;
  uint64_t max_bytes = 0;
  std::function<bool(Piece&)> next;
  std::function<uint64_t(const Piece&)> bytes;
  std::function<Done(Piece)> work;
  std::function<bool(Done)> take;
};

template <class Piece, class Done>
class OrderedRun {
 public:
  explicit OrderedRun(OrderedWork<Piece, Done> work) : work_(std::move(work)), pool_(work_.threads) {}

  void read() {
    while (true) {
      auto piece = std::make_shared<Piece>();
      const bool more = work_.next(*piece);
      const uint64_t bytes = more ? work_.bytes(*piece) : 0;
      auto promise = std::make_shared<std::promise<Done>>();
      {
        std::unique_lock lock(mutex_);
        if (!more) {
          ended_ = true;
          changed_.notify_all();
          return;
        }
        changed_.wait(lock, [&] { return has_room(bytes); });
        bytes_ += bytes;
        on_the_way_.push_back({promise->get_future(), bytes});
      }
      changed_.notify_all();
      pool_.post([this, piece, promise] { promise->set_value(work_.work(std::move(*piece))); });
    }
  }

  // False when take had enough.
  bool take_all() {
    while (true) {
      std::future<Done> front;
      uint64_t bytes = 0;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return ended_ || !on_the_way_.empty(); });
        if (on_the_way_.empty()) return true;
        front = std::move(on_the_way_.front().done);
        bytes = on_the_way_.front().bytes;
      }
      if (!work_.take(front.get())) return false;
      {
        const std::scoped_lock lock(mutex_);
        on_the_way_.pop_front();
        bytes_ -= bytes;
      }
      changed_.notify_all();
    }
  }

 private:
  struct OnTheWay {
    std::future<Done> done;
    uint64_t bytes = 0;
  };

  [[nodiscard]] bool has_room(uint64_t bytes) const {
    return on_the_way_.empty() || (on_the_way_.size() < work_.threads + 2U && bytes_ + bytes <= work_.max_bytes);
  }

  OrderedWork<Piece, Done> work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<OnTheWay> on_the_way_;
  uint64_t bytes_ = 0;
  bool ended_ = false;
  ThreadPool pool_;  // last: its threads end before what they use
};

template <class Piece, class Done>
[[nodiscard]] bool run_in_order(OrderedWork<Piece, Done> work) {
  auto run = std::make_shared<OrderedRun<Piece, Done>>(std::move(work));
  std::thread reader([run] { run->read(); });
  const bool all = run->take_all();
  if (all) {
    reader.join();
  } else {
    reader.detach();
  }
  return all;
}

}  // namespace onrecord::app
