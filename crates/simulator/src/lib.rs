//! Both gateways on loopback, library and program
