//! Values on their way to and from PostgreSQL: the server says which type a parameter has.

use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

use crate::{
    Error, Result,
    db::value::{Row, Value},
};

type Foreign = Box<dyn std::error::Error + Sync + Send>;

impl ToSql for Value {
    fn to_sql(&self, wanted: &Type, out: &mut BytesMut) -> Result<IsNull, Foreign> {
        match (self, wanted) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Int(number), &Type::INT8) => number.to_sql(wanted, out),
            (Self::Int(number), &Type::INT4) => i32::try_from(*number)?.to_sql(wanted, out),
            (Self::Int(number), &Type::INT2) => i16::try_from(*number)?.to_sql(wanted, out),
            (Self::Int(number), &Type::FLOAT8) => float(*number).to_sql(wanted, out),
            (Self::Bool(yes), &Type::BOOL) => yes.to_sql(wanted, out),
            (Self::Float(number), &Type::FLOAT8) => number.to_sql(wanted, out),
            #[expect(clippy::cast_possible_truncation, reason = "the column is that narrow")]
            (Self::Float(number), &Type::FLOAT4) => (*number as f32).to_sql(wanted, out),
            (Self::Text(text), _) if <&str as ToSql>::accepts(wanted) => text.as_str().to_sql(wanted, out),
            (Self::Bytes(bytes), &Type::BYTEA) => bytes.as_slice().to_sql(wanted, out),
            _ => Err(format!("{} does not fit a parameter of the type {wanted}", self.kind()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

#[expect(clippy::cast_precision_loss, reason = "a whole number bound to a float column, as SQLite does")]
const fn float(number: i64) -> f64 {
    number as f64
}

/// A row of the server as the house's own. A fault for a column of a type that stores do not use;
/// `numeric`, which `sum` gives, must be cast to `bigint` in the statement.
pub(super) fn row(row: &tokio_postgres::Row) -> Result<Row> {
    let mut values = Vec::with_capacity(row.len());
    for column in 0..row.len() {
        let cell = row.try_get::<_, Cell>(column).map_err(|error| Error::fault("reading a column", error))?;
        values.push(cell.0);
    }
    Ok(Row(values))
}

struct Cell(Value);

impl<'a> FromSql<'a> for Cell {
    fn from_sql(given: &Type, raw: &'a [u8]) -> Result<Self, Foreign> {
        Ok(Self(match *given {
            Type::INT8 => Value::Int(i64::from_sql(given, raw)?),
            Type::INT4 => Value::Int(i32::from_sql(given, raw)?.into()),
            Type::INT2 => Value::Int(i16::from_sql(given, raw)?.into()),
            Type::BOOL => Value::Bool(bool::from_sql(given, raw)?),
            Type::FLOAT8 => Value::Float(f64::from_sql(given, raw)?),
            Type::FLOAT4 => Value::Float(f32::from_sql(given, raw)?.into()),
            Type::BYTEA => Value::Bytes(raw.to_vec()),
            _ => Value::Text(String::from_sql(given, raw)?),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, Foreign> {
        Ok(Self(Value::Null))
    }

    fn accepts(given: &Type) -> bool {
        matches!(
            *given,
            Type::INT8 | Type::INT4 | Type::INT2 | Type::BOOL | Type::FLOAT8 | Type::FLOAT4 | Type::BYTEA
        ) || <String as FromSql>::accepts(given)
            || *given == Type::VOID
    }
}
