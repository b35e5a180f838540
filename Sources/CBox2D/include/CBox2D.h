// Planar rigid bodies: a C face of Debian's Box2D 2.4.
//
// Bodies, fixtures and joints are numbered in the order they were added. Lengths are in metres,
// masses in kilograms, angles in radians, counter-clockwise. Functions that add something return its
// number, or -1 where Box2D would not accept it; functions on a number that is not there do nothing.
#ifndef CBOX2D_H
#define CBOX2D_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct Box2DWorld Box2DWorld;

typedef struct Box2DMaterial {
  float density;
  float friction;
  float restitution;
  uint16_t category;
  uint16_t collides_with;
  bool is_sensor;
} Box2DMaterial;

typedef struct Box2DJoint {
  int32_t body_a, body_b;
  float anchor_ax, anchor_ay, anchor_bx, anchor_by;
  // The direction a prismatic joint slides in, in the frame of body a.
  float axis_x, axis_y;
  float reference_angle;
  bool has_limits;
  float lower, upper;
  bool has_motor;
  float motor_speed;
  // The greatest torque or force.
  float motor_limit;
} Box2DJoint;

typedef struct Box2DBody {
  // Of the body's origin.
  float x, y, angle;
  // Of its centre of mass.
  float centre_x, centre_y;
  float velocity_x, velocity_y, angular_velocity;
  bool is_awake;
} Box2DBody;

// Two fixtures that began to touch, or that stopped.
typedef struct Box2DTouch {
  int32_t body_a, body_b;
  int32_t fixture_a, fixture_b;
  bool has_ended;
} Box2DTouch;

// Two fixtures that touch now.
typedef struct Box2DContact {
  int32_t body_a, body_b;
  int32_t fixture_a, fixture_b;
  // From a to b, and a point between them.
  float normal_x, normal_y, x, y;
  // Of the last step, summed over the contact's points.
  float normal_impulse, tangent_impulse;
} Box2DContact;

typedef struct Box2DHit {
  int32_t body, fixture;
  float x, y, normal_x, normal_y, fraction;
} Box2DHit;

Box2DWorld *box2d_create(float gravity_x, float gravity_y);
// A world that goes on exactly as `world` would, bit for bit.
Box2DWorld *box2d_copy(const Box2DWorld *world);
void box2d_destroy(Box2DWorld *world);

// 0 is for bodies that stand still, 1 for those that move as they like, 2 for those that obey forces.
int32_t box2d_add_body(
  Box2DWorld *world, int32_t kind, float x, float y, float angle, bool is_bullet);
int32_t box2d_add_circle(
  Box2DWorld *world, int32_t body, float x, float y, float radius, Box2DMaterial material);
// A convex polygon of 3 to 8 corners, given as x and y in turn.
int32_t box2d_add_polygon(
  Box2DWorld *world, int32_t body, const float *corners, int32_t count, Box2DMaterial material);
int32_t box2d_add_segment(
  Box2DWorld *world, int32_t body, float x1, float y1, float x2, float y2,
  Box2DMaterial material);
int32_t box2d_add_revolute(Box2DWorld *world, Box2DJoint joint);
int32_t box2d_add_prismatic(Box2DWorld *world, Box2DJoint joint);

void box2d_step(Box2DWorld *world, float duration, int32_t velocity_rounds, int32_t position_rounds);

Box2DBody box2d_body(const Box2DWorld *world, int32_t body);
float box2d_mass(const Box2DWorld *world, int32_t body);
void box2d_place(Box2DWorld *world, int32_t body, float x, float y, float angle);
void box2d_set_velocity(Box2DWorld *world, int32_t body, float x, float y, float angular);
void box2d_push(Box2DWorld *world, int32_t body, float force_x, float force_y, float torque);
void box2d_kick(
  Box2DWorld *world, int32_t body, float impulse_x, float impulse_y, float x, float y);

// The angle or the translation of a joint, and how fast it changes.
float box2d_joint_place(const Box2DWorld *world, int32_t joint);
float box2d_joint_speed(const Box2DWorld *world, int32_t joint);
void box2d_set_motor(Box2DWorld *world, int32_t joint, float speed, float limit);

// How many contacts of a body touch.
int32_t box2d_touching(const Box2DWorld *world, int32_t body);
// What began and stopped to touch in the last step, in order, the first 64 of them.
int32_t box2d_touch_count(const Box2DWorld *world);
Box2DTouch box2d_touch(const Box2DWorld *world, int32_t index);
// Fills in the contacts that touch, up to `capacity`, and returns how many there are.
int32_t box2d_contacts(const Box2DWorld *world, Box2DContact *contacts, int32_t capacity);
// The nearest fixture between two points, if any.
bool box2d_ray(
  const Box2DWorld *world, float x1, float y1, float x2, float y2, Box2DHit *hit);

// Every number that affects the future, as 32-bit words: calls `visit` with each.
void box2d_visit(const Box2DWorld *world, void *context, void (*visit)(void *context, uint32_t word));

#ifdef __cplusplus
}
#endif

#endif
