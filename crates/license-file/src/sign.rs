//! Writes files: roots about signers, signers about licenses, devices about themselves. What a reader would refuse is
//! refused here before it is signed.

use crate::{
    Bulletin, Claims, DeviceClaims, IssuerClaims, PrivateKey, Refused, Roots, SignerStatement, Trust,
    compact::{self, SignedBy},
    open::{check_authority, open_statement},
    revocations::Revocations,
};

/// A signer: its key, and what a root says about it.
#[derive(Clone, Debug)]
pub struct Signer {
    key: PrivateKey,
    kid: String,
    compact: String,
    statement: SignerStatement,
    roots: Roots,
}

impl Signer {
    /// A signer with the statement of one of these roots, in armor or without.
    pub fn new(key: PrivateKey, statement: &str, roots: &Roots) -> Result<Self, Refused> {
        let trust = Trust { roots, revocations: &Revocations::NONE };
        let compact = crate::armor::strip(statement, Some(crate::Kind::Signer))?.into_owned();
        let statement = open_statement(&compact, &trust)?;
        if statement.key != key.public() {
            return Err(Refused::StatementKey);
        }
        Ok(Self { kid: statement.key.kid(), key, compact, statement, roots: roots.clone() })
    }

    /// The id of its key.
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// What the root says about it.
    pub fn statement(&self) -> &SignerStatement {
        &self.statement
    }

    /// Signs; refuses what the statement does not allow.
    pub fn sign<C: IssuerClaims>(&self, claims: &C) -> Result<String, Refused> {
        check_authority(claims, &self.statement, &self.roots)?;
        let signed_by = SignedBy::Signer { kid: self.kid.clone(), statement: self.compact.clone() };
        write(claims, &signed_by, &self.key)
    }
}

/// A root says that a signer may sign.
pub fn sign_statement(root: &PrivateKey, statement: &SignerStatement) -> Result<String, Refused> {
    write(statement, &SignedBy::Root { kid: root.public().kid() }, root)
}

/// A root writes a bulletin itself: the last word when a signer was stolen.
pub fn sign_bulletin_by_root(root: &PrivateKey, bulletin: &Bulletin) -> Result<String, Refused> {
    write(bulletin, &SignedBy::Root { kid: root.public().kid() }, root)
}

/// A device signs with its own key.
pub fn sign_by_device<C: DeviceClaims>(device: &PrivateKey, claims: &C) -> Result<String, Refused> {
    write(claims, &SignedBy::Device { key: device.public() }, device)
}

fn write<C: Claims>(claims: &C, signed_by: &SignedBy, key: &PrivateKey) -> Result<String, Refused> {
    claims.check()?;
    let content = serde_json::to_vec(claims).map_err(|_| Refused::Claim)?;
    compact::sign(C::KIND, signed_by, &content, key)
}
