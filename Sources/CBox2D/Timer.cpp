// Box2D reads the clock seven times a step for a profile that nobody looks at, an eighth of the cost of
// a small world. These take the place of its own: time stands still.
#include <box2d/b2_timer.h>

b2Timer::b2Timer() {}

void b2Timer::Reset() {}

float b2Timer::GetMilliseconds() const { return 0; }
