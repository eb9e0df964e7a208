//! What the documents say of customers.

use serde_json::json;

use crate::{
    cx::Permission,
    licensing::organisations::MemberRole,
    web::openapi::{
        Part, delete, get, patch, post,
        schema::{Schema, count, email, id, list, named, object, page, switch, text, time, words},
    },
};

fn customer() -> Vec<(&'static str, Schema)> {
    vec![
        ("id", id()),
        ("name", text()),
        ("accountCount", count()),
        ("createdAt", time()),
        ("version", count()),
    ]
}

/// The calls of this room.
pub fn part() -> Part {
    let account = object([
        ("id", id()),
        ("email", email()),
        ("name", text()),
        ("role", words(MemberRole::ALL.map(MemberRole::word))),
        ("active", switch()),
        ("lastLoginAt", time().or_null()),
    ]);
    let mut whole = customer();
    whole.push(("accounts", list(account)));
    Part::new(
        "Customers",
        "The organisations that hold licenses",
        vec![
            get("/api/v1/licensing/customers", "The customers, by name")
                .needs(Permission::LicensesRead)
                .query("search", text(), "A part of the name")
                .query("after", text(), "From the one after this id on: `next` of the page before")
                .answers("A page of customers", page(named("Customer"), text().or_null())),
            post(
                "/api/v1/licensing/customers",
                "Add a customer with the account of its owner, who is mailed",
            )
            .needs(Permission::LicensesManage)
            .takes(object([
                ("name", text()),
                ("email", email()),
                ("firstName?", text()),
                ("lastName?", text()),
            ]))
            .like(json!({ "name": "Delta Foods", "email": "owner@delta.example" }))
            .makes("The customer", named("Customer"))
            .refuses(409, "The address belongs to somebody who is no license account"),
            get("/api/v1/licensing/customers/{customer}", "A customer with the accounts that act for it")
                .place("customer", "Id of a customer")
                .needs(Permission::LicensesRead)
                .answers("The customer", object(whole.clone())),
            delete(
                "/api/v1/licensing/customers/{customer}/accounts/{user}",
                "Let an account act for a customer no longer; it is taken off its licenses, and what runs goes on",
            )
            .place("customer", "Id of a customer")
            .place("user", "Id of the account")
            .is_done("The account is taken out")
            .refuses(409, "It is the only owner"),
            patch("/api/v1/licensing/customers/{customer}", "Give a customer another name")
                .tells("License files that are in use keep the old name until they are issued anew.")
                .place("customer", "Id of a customer")
                .needs(Permission::LicensesManage)
                .takes(object([("name", text()), ("version?", count().said("The one that was read"))]))
                .like(json!({ "name": "Analytical Engines Ltd" }))
                .answers("The customer", object(whole))
                .refuses(409, "Somebody else changed it meanwhile"),
        ],
    )
    .schema("Customer", object(customer()))
}
