#pragma once
// Processor time that a piece of work took. Tests that guard against quadratic time compare it with a bound far above
// what linear work needs: unlike the clock on the wall it does not depend on what else the machine is doing.

#include <ctime>

namespace onrecord {

template <class Work>
double cpu_seconds(const Work& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace onrecord
