//! Shakes hands as TLS does, keeps the certificates that are shown, and says whose they are. What is learnt here is used
//! for nothing else: every call verifies on its own.

use std::{
    io::{self, Write},
    net::TcpStream,
    sync::{Arc, Mutex},
};

use rustls::{
    CertificateError, ClientConfig, ClientConnection, DigitallySignedStruct, Error as TlsError,
    RootCertStore, SignatureScheme,
    client::{
        WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature},
    pki_types::{CertificateDer, ServerName, UnixTime},
};
use x509_cert::{Certificate, der::Decode};

use super::{Finding, good, of_error, wrong};
use crate::{Connection, Target, wire};

/// How many rounds a handshake takes at most.
const ROUNDS_MAX: usize = 32;

/// Remembers what it was shown, and believes it, so that the handshake goes on.
#[derive(Debug)]
struct Watcher {
    provider: CryptoProvider,
    shown: Mutex<Vec<CertificateDer<'static>>>,
}

impl ServerCertVerifier for Watcher {
    fn verify_server_cert(
        &self,
        end: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _stapled: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, TlsError> {
        if let Ok(mut shown) = self.shown.lock() {
            shown.clear();
            shown.push(end.clone().into_owned());
            shown.extend(between.iter().take(8).map(|one| one.clone().into_owned()));
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        verify_tls12_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, TlsError> {
        verify_tls13_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// Looks at the certificates; whether they are good.
pub(super) fn look(
    stream: TcpStream,
    target: &Target,
    connection: &Connection,
    findings: &mut Vec<Finding>,
) -> bool {
    let host = ("host", target.host.clone());
    let shown = match shake(stream, target) {
        Ok(shown) => shown,
        Err(why) => {
            findings.push(wrong("doctor.tls_broken", vec![host, ("why", why.to_string())]));
            return false;
        }
    };
    let issuer = shown.last().map(|last| names(last).1).unwrap_or_default();
    let subject = shown.first().map(|first| names(first).0).unwrap_or_default();
    let values = vec![host, ("issuer", issuer), ("subject", subject)];
    let verified = match verify(&shown, target, connection) {
        Ok(verified) => verified,
        Err(error) => {
            findings.push(of_error(&error));
            return false;
        }
    };
    let code = match verified {
        Ok(()) => {
            findings.push(good("doctor.tls_good", values));
            return true;
        }
        Err(TlsError::InvalidCertificate(why)) => match why {
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                "doctor.tls_name"
            }
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. } => "doctor.tls_expired",
            _ => "doctor.tls_interception",
        },
        Err(_) => "doctor.tls_interception",
    };
    findings.push(wrong(code, values));
    false
}

fn other(why: impl std::fmt::Display) -> io::Error {
    io::Error::other(why.to_string())
}

/// Shakes hands; the certificates that were shown, the server's own first.
fn shake(mut stream: TcpStream, target: &Target) -> io::Result<Vec<CertificateDer<'static>>> {
    let provider = ring::default_provider();
    let watcher = Arc::new(Watcher { provider: provider.clone(), shown: Mutex::default() });
    let config = ClientConfig::builder_with_provider(Arc::new(provider))
        .with_safe_default_protocol_versions()
        .map_err(other)?
        .dangerous()
        .with_custom_certificate_verifier(watcher.clone())
        .with_no_client_auth();
    let name = ServerName::try_from(target.host.clone()).map_err(other)?;
    let mut session = ClientConnection::new(Arc::new(config), name).map_err(other)?;
    for _ in 0..ROUNDS_MAX {
        if !session.is_handshaking() {
            break;
        }
        session.complete_io(&mut stream)?;
    }
    session.send_close_notify();
    // Whoever answered may be gone already.
    let _ = session.complete_io(&mut stream);
    let _ = stream.flush();
    let shown = watcher.shown.lock().map_err(other)?;
    if shown.is_empty() { Err(other("no certificate was shown")) } else { Ok(shown.clone()) }
}

/// Whether the certificates are good, as every call finds: by the system's roots and the file.
fn verify(
    shown: &[CertificateDer<'static>],
    target: &Target,
    connection: &Connection,
) -> crate::Result<Result<(), TlsError>> {
    let mut roots = RootCertStore::empty();
    for trusted in wire::certificates(connection.ca_file.as_deref())? {
        // The system has some that nobody can use.
        let _ = roots.add(CertificateDer::from(trusted.der().to_vec()));
    }
    let general = |why: &dyn std::fmt::Display| TlsError::General(why.to_string());
    let verifier =
        WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::new(ring::default_provider()))
            .build()
            .map_err(|why| general(&why));
    Ok(verifier.and_then(|verifier| {
        let name = ServerName::try_from(target.host.clone()).map_err(|why| general(&why))?;
        let Some((end, between)) = shown.split_first() else { return Err(TlsError::NoCertificatesPresented) };
        verifier.verify_server_cert(end, between, &name, &[], UnixTime::now()).map(|_| ())
    }))
}

/// Whom a certificate is for, and who made it, as `CN=…,O=…`; empty if it cannot be read.
fn names(certificate: &CertificateDer<'_>) -> (String, String) {
    let read = Certificate::from_der(certificate.as_ref()).ok();
    let plain = |name: String| name.chars().filter(|found| !found.is_control()).take(200).collect();
    read.map(|read| {
        let about = &read.tbs_certificate;
        (plain(about.subject.to_string()), plain(about.issuer.to_string()))
    })
    .unwrap_or_default()
}
