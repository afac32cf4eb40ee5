//! What crosses to the page: commands, requests, views, events, errors
