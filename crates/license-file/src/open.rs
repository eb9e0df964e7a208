//! Opens files: text in, claims out, or the refusal. Nobody's clock is asked.

use crate::{
    Bulletin, DeviceClaims, IssuerClaims, Kind, PublicKey, Refused, Revocations, Roots, SignerStatement,
    armor, claims,
    compact::{self, Parts, SignedBy},
    keys::digest,
};

/// Whom a reader trusts: the pinned roots, less what the newest bulletin revokes.
#[derive(Clone, Copy, Debug)]
pub struct Trust<'a> {
    /// The pinned roots.
    pub roots: &'a Roots,
    /// The newest bulletin that is held.
    pub revocations: &'a Revocations,
}

/// A file of the vendor that was found good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened<C> {
    /// What it says.
    pub claims: C,
    /// The file itself, without armor.
    pub compact: String,
    /// The digest of the file, by which logs and bulletins name it.
    pub digest: String,
    /// The id of the key that signed it.
    pub kid: String,
    /// The statement about the signer; none in a bulletin that a root signed itself.
    pub statement: Option<SignerStatement>,
}

/// A file of a device that was found good: it was signed by this key, whoever holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByDevice<C> {
    /// What it says.
    pub claims: C,
    /// The file itself, without armor.
    pub compact: String,
    /// The digest of the file.
    pub digest: String,
    /// The key that signed it.
    pub device: PublicKey,
}

/// Opens a file of the vendor, in armor or without. What it says is true for the vendor; whether it is valid today,
/// and for this machine, is for the claims to say.
pub fn open<C: IssuerClaims>(text: &str, trust: &Trust<'_>) -> Result<Opened<C>, Refused> {
    let compact = armor::strip(text, Some(C::KIND))?;
    let parts = split(&compact, C::KIND)?;
    match &parts.signed_by {
        SignedBy::Signer { kid, statement } => {
            let statement = open_by_root(statement, trust)?;
            if statement.key.kid() != *kid {
                return Err(Refused::StatementKey);
            }
            let claims: C = claims::read(parts.content(&statement.key)?)?;
            check_authority(&claims, &statement, trust.roots)?;
            let digest = digest(compact.as_bytes());
            trust.revocations.check(kid, claims.id(), &digest)?;
            Ok(Opened {
                claims,
                digest,
                kid: kid.clone(),
                compact: compact.into(),
                statement: Some(statement),
            })
        }
        SignedBy::Root { kid } if C::KIND == Kind::Bulletin => {
            let root = trust.roots.with_id(kid).ok_or(Refused::RootUnknown)?;
            let claims: C = claims::read(parts.content(root)?)?;
            claims.check_signed_by(None, trust.roots)?;
            let digest = digest(compact.as_bytes());
            trust.revocations.check(kid, claims.id(), &digest)?;
            Ok(Opened { claims, digest, kid: kid.clone(), compact: compact.into(), statement: None })
        }
        SignedBy::Root { .. } => Err(Refused::HeaderMissing),
        SignedBy::Device { .. } => Err(Refused::HeaderField),
    }
}

/// Opens a bulletin that is to take the place of the held one. What the held one says of signers does not count: the
/// higher number does. But a root that was revoked, and who signs by its word, says nothing any more, whatever the number.
pub fn open_bulletin(text: &str, trust: &Trust<'_>) -> Result<Opened<Bulletin>, Refused> {
    let believed = Trust { roots: trust.roots, revocations: &Revocations::NONE };
    let opened: Opened<Bulletin> = open(text, &believed)?;
    let root = match Parts::split(&opened.compact)?.signed_by {
        SignedBy::Signer { statement, .. } => compact::kid(&statement)?,
        _ => opened.kid.clone(),
    };
    let held = trust.revocations.bulletin().map(|held| held.signers.as_slice()).unwrap_or_default();
    if held.iter().any(|signer| signer.kid == root) { Err(Refused::SignerRevoked) } else { Ok(opened) }
}

/// A bulletin that one of these roots signed itself.
pub(crate) fn bulletin_of_root(compact: &str, roots: &Roots) -> Result<Bulletin, Refused> {
    let parts = split(compact, Kind::Bulletin)?;
    let SignedBy::Root { kid } = &parts.signed_by else { return Err(Refused::HeaderField) };
    claims::read(parts.content(roots.with_id(kid).ok_or(Refused::RootUnknown)?)?)
}

/// Opens a file of a device: that its key signed it, and nothing more. Compare the key with the one you know.
pub fn open_by_device<C: DeviceClaims>(text: &str) -> Result<ByDevice<C>, Refused> {
    let compact = armor::strip(text, Some(C::KIND))?;
    let parts = split(&compact, C::KIND)?;
    let SignedBy::Device { key } = parts.signed_by else { return Err(Refused::HeaderField) };
    let claims = claims::read(parts.content(&key)?)?;
    Ok(ByDevice { claims, digest: digest(compact.as_bytes()), device: key, compact: compact.into() })
}

/// Opens the statement of a root about a signer.
pub fn open_statement(text: &str, trust: &Trust<'_>) -> Result<SignerStatement, Refused> {
    let compact = armor::strip(text, Some(Kind::Signer))?;
    open_by_root(&compact, trust)
}

fn split(compact: &str, kind: Kind) -> Result<Parts<'_>, Refused> {
    let parts = Parts::split(compact)?;
    if parts.kind == kind { Ok(parts) } else { Err(Refused::Kind) }
}

fn open_by_root(compact: &str, trust: &Trust<'_>) -> Result<SignerStatement, Refused> {
    let parts = Parts::split(compact).map_err(|refused| match refused {
        Refused::Shape | Refused::Typ => Refused::StatementKind,
        other => other,
    })?;
    let SignedBy::Root { kid } = &parts.signed_by else { return Err(Refused::StatementKind) };
    if parts.kind != Kind::Signer {
        return Err(Refused::StatementKind);
    }
    let root = trust.roots.with_id(kid).ok_or(Refused::RootUnknown)?;
    let content = parts.content(root).map_err(|refused| match refused {
        Refused::Signature => Refused::StatementSignature,
        other => other,
    })?;
    let statement: SignerStatement = claims::read(content)?;
    // A root that was revoked by another root says nothing any more.
    trust.revocations.check(kid, &statement.id, &digest(compact.as_bytes()))?;
    Ok(statement)
}

/// Whether the signer may say this.
pub(crate) fn check_authority<C: IssuerClaims>(
    claims: &C,
    statement: &SignerStatement,
    roots: &Roots,
) -> Result<(), Refused> {
    statement.covers(claims.issued_at())?;
    if !statement.allows(C::KIND) {
        return Err(Refused::SignerScope);
    }
    let latest = claims.issued_at().plus_days(statement.renew_days_max);
    if claims.renew_by().is_some_and(|renew_by| renew_by > latest) {
        return Err(Refused::RenewBy);
    }
    claims.check_signed_by(Some(statement), roots)
}
