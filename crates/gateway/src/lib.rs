//! What both gateway clients share: transport, server clock, rate budget, repeat policy, failures
