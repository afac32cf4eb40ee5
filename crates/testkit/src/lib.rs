//! Builders, fixed clock, scripted transport, golden vectors for tests
