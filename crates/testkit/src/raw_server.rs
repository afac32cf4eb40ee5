//! A server on a raw loopback socket: it reads one request per connection, remembers its bytes and
//! then does what the script says, correct HTTP or not.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// What to do with a connection once its request has been read.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Write these bytes and close.
    Bytes(Vec<u8>),
    /// Close without a word.
    Close,
    /// Keep the connection open and stay silent until the server is dropped.
    Silence,
}

impl Reply {
    /// A complete HTTP answer.
    #[must_use]
    pub fn http(status: u16, headers: &str, body: &[u8]) -> Self {
        let length = body.len();
        let head =
            format!("HTTP/1.1 {status} x\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n");
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(body);
        Self::Bytes(bytes)
    }

    /// A complete JSON answer with status 200.
    #[must_use]
    pub fn json(body: &str) -> Self {
        Self::http(200, "content-type: application/json\r\n", body.as_bytes())
    }
}

/// A running server; it ends with the test process.
#[derive(Debug)]
pub struct RawServer {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl RawServer {
    /// Serves one connection per reply, in order.
    ///
    /// # Errors
    /// When no loopback port can be opened.
    pub fn start(replies: Vec<Reply>) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        thread::spawn(move || {
            let mut silent = Vec::new();
            for reply in replies {
                let Ok((mut stream, _)) = listener.accept() else {
                    return;
                };
                let request = read_request(&mut stream).unwrap_or_default();
                seen.lock().unwrap_or_else(PoisonError::into_inner).push(request);
                match reply {
                    Reply::Bytes(bytes) => drop(stream.write_all(&bytes)),
                    Reply::Close => drop(stream.shutdown(Shutdown::Both)),
                    Reply::Silence => silent.push(stream),
                }
            }
            // The listener stays open so that silent connections are not reset by its end.
            thread::park();
        });
        Ok(Self { address, requests })
    }

    /// `http://127.0.0.1:port`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The bytes of every request read so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Vec<u8>> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

fn read_request(stream: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut request = Vec::new();
    let mut byte = [0_u8; 1];
    while !request.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte)? == 0 {
            return Ok(request);
        }
        request.extend_from_slice(&byte);
    }
    let mut body = vec![0_u8; content_length(&request)];
    stream.read_exact(&mut body)?;
    request.extend_from_slice(&body);
    Ok(request)
}

fn content_length(head: &[u8]) -> usize {
    String::from_utf8_lossy(head)
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0)
}
