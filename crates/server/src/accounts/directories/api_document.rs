//! What the documents say of directories.

use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, delete, get, patch, post,
        schema::{any_object, list},
    },
};

const WHY: &str = "No directory is connected";

fn refused(operation: Operation, permission: Permission) -> Operation {
    operation.needs(permission).is_always_refused(404, WHY)
}

/// The calls of this room.
pub fn part() -> Part {
    let (domains, users, groups) =
        (Permission::ManageSecurity, Permission::AddUsers, Permission::ManageGroups);
    let import = "Users of a directory cannot be added";
    let groups_of = "Groups of a directory cannot be added";
    Part::new(
        "Directories",
        "Active Directory and LDAP: none is connected, and clients that ask are told so",
        vec![
            get("/api/v1/ldap_domains", "The directories that are connected")
                .needs(domains)
                .answers("An empty list", list(any_object())),
            refused(post("/api/v1/ldap_domains", "Directories cannot be connected"), domains),
            refused(post("/api/v1/ldap_domains/test", "Directories cannot be connected"), domains),
            refused(delete("/api/v1/ldap_domains/bulk", "There is no directory to take away"), domains),
            refused(get("/api/v1/ldap_domains/{id}", "There is no such directory"), domains),
            refused(patch("/api/v1/ldap_domains/{id}", "There is no such directory"), domains),
            refused(post("/api/v1/ldap_domains/{id}/sync", "There is no such directory"), domains),
            refused(post("/api/v1/users/ad", import), users),
            refused(post("/api/v1/users/ad/bulk", import), users),
            refused(post("/api/users/ad", import), users),
            refused(post("/api/v1/groups/ad", groups_of), groups),
            refused(post("/api/v1/groups/ad/bulk", groups_of), groups),
            refused(post("/api/groups/ad", groups_of), groups),
        ],
    )
}
