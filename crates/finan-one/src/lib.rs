//! Client of the Finan One Open API
