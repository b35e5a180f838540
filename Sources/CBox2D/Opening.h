// Access to what Box2D keeps to itself and a copy of a world needs. The rules of access do not apply
// to the arguments of an explicit instantiation, so this is plain C++.
#ifndef OPENING_H
#define OPENING_H

#include <box2d/box2d.h>

template <typename Tag, typename Tag::Type member>
struct Opening {
  friend typename Tag::Type opened(Tag) { return member; }
};

// `Name` opens the member `member` of `Class`, of type `Kind`: `object.*opened(Name())`.
#define OPEN(Name, Class, Kind, member) \
  struct Name { \
    using Type = Kind Class::*; \
    friend Type opened(Name); \
  }; \
  template struct Opening<Name, &Class::member>

OPEN(WorldInverseDuration, b2World, float, m_inv_dt0);
OPEN(WorldNewContacts, b2World, bool, m_newContacts);

OPEN(BodyFlags, b2Body, uint16, m_flags);
OPEN(BodyTransform, b2Body, b2Transform, m_xf);
OPEN(BodySweep, b2Body, b2Sweep, m_sweep);
OPEN(BodyVelocity, b2Body, b2Vec2, m_linearVelocity);
OPEN(BodyAngularVelocity, b2Body, float, m_angularVelocity);
OPEN(BodyForce, b2Body, b2Vec2, m_force);
OPEN(BodyTorque, b2Body, float, m_torque);
OPEN(BodySleepTime, b2Body, float, m_sleepTime);

OPEN(FixtureProxies, b2Fixture, b2FixtureProxy *, m_proxies);
OPEN(FixtureProxyCount, b2Fixture, int32, m_proxyCount);

OPEN(RevoluteImpulse, b2RevoluteJoint, b2Vec2, m_impulse);
OPEN(RevoluteMotorImpulse, b2RevoluteJoint, float, m_motorImpulse);
OPEN(RevoluteLowerImpulse, b2RevoluteJoint, float, m_lowerImpulse);
OPEN(RevoluteUpperImpulse, b2RevoluteJoint, float, m_upperImpulse);
OPEN(RevoluteMotorSpeed, b2RevoluteJoint, float, m_motorSpeed);
OPEN(RevoluteMotorLimit, b2RevoluteJoint, float, m_maxMotorTorque);

OPEN(PrismaticAxis, b2PrismaticJoint, b2Vec2, m_localXAxisA);
OPEN(PrismaticNormal, b2PrismaticJoint, b2Vec2, m_localYAxisA);
OPEN(PrismaticImpulse, b2PrismaticJoint, b2Vec2, m_impulse);
OPEN(PrismaticMotorImpulse, b2PrismaticJoint, float, m_motorImpulse);
OPEN(PrismaticLowerImpulse, b2PrismaticJoint, float, m_lowerImpulse);
OPEN(PrismaticUpperImpulse, b2PrismaticJoint, float, m_upperImpulse);
OPEN(PrismaticMotorSpeed, b2PrismaticJoint, float, m_motorSpeed);
OPEN(PrismaticMotorLimit, b2PrismaticJoint, float, m_maxMotorForce);

OPEN(ContactFlags, b2Contact, uint32, m_flags);
OPEN(ContactImpactCount, b2Contact, int32, m_toiCount);

OPEN(PhaseTree, b2BroadPhase, b2DynamicTree, m_tree);
OPEN(PhaseMoves, b2BroadPhase, int32 *, m_moveBuffer);
OPEN(PhaseMoveCapacity, b2BroadPhase, int32, m_moveCapacity);
OPEN(PhaseMoveCount, b2BroadPhase, int32, m_moveCount);

OPEN(TreeRoot, b2DynamicTree, int32, m_root);
OPEN(TreeNodes, b2DynamicTree, b2TreeNode *, m_nodes);
OPEN(TreeNodeCount, b2DynamicTree, int32, m_nodeCount);
OPEN(TreeNodeCapacity, b2DynamicTree, int32, m_nodeCapacity);
OPEN(TreeFreeList, b2DynamicTree, int32, m_freeList);
OPEN(TreeInsertionCount, b2DynamicTree, int32, m_insertionCount);

#undef OPEN

#endif
