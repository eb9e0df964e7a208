//! What every page and every call of the API promise.

mod conditional;
mod documented;
mod documents;
mod edge;
mod forms;
mod lenient;
mod lists;
mod nobody;
mod other_clients;
mod pages;
mod races;
mod routes;
mod routes_table;
mod routes_table_api;
mod schema;
mod scopes;
