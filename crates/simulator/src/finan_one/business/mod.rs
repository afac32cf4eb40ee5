//! Customers, products and invoices (their pages; contract section 11): listed, created, read, replaced and
//! deleted in the same way.

mod customer;
mod invoice;
mod merge;
mod practice;
mod product;

pub(crate) use practice::practise;

use serde_json::{Map, Value};

use super::Incoming;
use super::envelope::Answer;
use super::fields::{Fields, Query};
use super::pages::Page;
use super::refusal::Refusal;
use crate::assumptions::Switches;
use crate::assumptions::business::DUPLICATE_CODE_STATUS;
use crate::books::{Books, Customer, Invoice, Kept, Product, Row};
use crate::clock::iso;
use crate::faults::{Plan, Resource};
use crate::shared::Shared;

/// What one kind of thing has of its own.
trait Shown: Kept + Clone {
    /// As a refusal calls it.
    const NAME: &'static str;
    const ID_FIELD: &'static str;
    const ID_PREFIX: &'static str;
    /// The group and the name of its code.
    const CODE_FIELD: (Option<&'static str>, &'static str);

    /// Reads a whole body.
    fn read(fields: &Fields, books: &Books, switches: &Switches) -> Result<Self, Refusal>;

    /// Adds to the echoed body what the gateway knows on top.
    fn show(row: &Row<Self>, view: &mut Map<String, Value>, switches: &Switches, plan: &Plan);

    /// Refuses what may not be changed.
    fn check_change(row: &Row<Self>) -> Result<(), Refusal>;

    /// Refuses what may not be deleted.
    fn check_delete(row: &Row<Self>, books: &Books, switches: &Switches) -> Result<(), Refusal>;
}

/// `GET` and `POST` of a whole resource.
pub(crate) fn all(
    shared: &Shared,
    resource: Resource,
    method: &str,
    query: &Query,
    incoming: &Incoming<'_>,
) -> Result<Answer, Refusal> {
    match resource {
        Resource::Customers => list_or_create::<Customer>(shared, method, query, incoming),
        Resource::Products => list_or_create::<Product>(shared, method, query, incoming),
        Resource::Invoices => list_or_create::<Invoice>(shared, method, query, incoming),
    }
}

/// `GET`, `PUT` and `DELETE` of one row.
pub(crate) fn one(
    shared: &Shared,
    resource: Resource,
    method: &str,
    id: &str,
    incoming: &Incoming<'_>,
) -> Result<Answer, Refusal> {
    match resource {
        Resource::Customers => get_or_change::<Customer>(shared, method, id, incoming),
        Resource::Products => get_or_change::<Product>(shared, method, id, incoming),
        Resource::Invoices => get_or_change::<Invoice>(shared, method, id, incoming),
    }
}

fn list_or_create<T: Shown>(
    shared: &Shared,
    method: &str,
    query: &Query,
    incoming: &Incoming<'_>,
) -> Result<Answer, Refusal> {
    if method == "GET" {
        return list::<T>(shared, query, incoming.plan);
    }
    let fields = Fields::of(incoming.body)?;
    let now_ms = shared.clock.now_ms();
    shared.change_books(|books| {
        let row = create::<T>(books, &fields, &shared.switches, now_ms)?;
        Ok(Answer::created(view(&row, &shared.switches, incoming.plan)))
    })
}

fn get_or_change<T: Shown>(
    shared: &Shared,
    method: &str,
    id: &str,
    incoming: &Incoming<'_>,
) -> Result<Answer, Refusal> {
    match method {
        "GET" => get::<T>(shared, id, incoming.plan),
        "DELETE" => delete::<T>(shared, id),
        _ => update::<T>(shared, id, incoming),
    }
}

fn list<T: Shown>(shared: &Shared, query: &Query, plan: &Plan) -> Result<Answer, Refusal> {
    let books = shared.books();
    let rows = T::shelf(&books.business).rows();
    let page = Page::asked(query, rows.len())?;
    let shown = if shared.switches.newest_first {
        page.cut(rows.iter().rev())
    } else {
        page.cut(rows.iter())
    };
    let shown = shown.into_iter().map(|row| {
        let mut view = view(row, &shared.switches, plan);
        if !shared.switches.business.lists_carry_codes {
            hide_code::<T>(&mut view);
        }
        view
    });
    Ok(Answer::list(shown.collect(), page))
}

fn create<T: Shown>(
    books: &mut Books,
    fields: &Fields,
    switches: &Switches,
    now_ms: i64,
) -> Result<Row<T>, Refusal> {
    let kept = T::read(fields, books, switches)?;
    check_code(&kept, None, books, switches)?;
    let row = Row {
        id: books.business.next_id(T::ID_PREFIX),
        created_at_ms: now_ms,
        updated_at_ms: now_ms,
        kept,
    };
    T::shelf_mut(&mut books.business).add(row.clone());
    Ok(row)
}

fn get<T: Shown>(shared: &Shared, id: &str, plan: &Plan) -> Result<Answer, Refusal> {
    let books = shared.books();
    let row = T::shelf(&books.business).row(id).ok_or_else(not_found::<T>)?;
    Ok(Answer::ok(view(row, &shared.switches, plan)))
}

fn update<T: Shown>(shared: &Shared, id: &str, incoming: &Incoming<'_>) -> Result<Answer, Refusal> {
    let sent = Fields::of(incoming.body)?;
    let now_ms = shared.clock.now_ms();
    let switches = &shared.switches;
    shared.change_books(|books| {
        let row = T::shelf(&books.business).row(id).ok_or_else(not_found::<T>)?;
        T::check_change(row)?;
        let whole = if switches.business.updates_merge {
            Fields::of_map(merge::merged(row.kept.body().clone(), sent.into_map()))
        } else {
            sent
        };
        let kept = T::read(&whole, books, switches)?;
        check_code(&kept, Some(id), books, switches)?;
        let row = T::shelf_mut(&mut books.business)
            .row_mut(id)
            .ok_or_else(not_found::<T>)?;
        row.kept = kept;
        row.updated_at_ms = now_ms;
        Ok(Answer::ok(if switches.business.updates_are_echoed {
            view(row, switches, incoming.plan)
        } else {
            Value::Null
        }))
    })
}

fn delete<T: Shown>(shared: &Shared, id: &str) -> Result<Answer, Refusal> {
    shared.change_books(|books| {
        let row = T::shelf(&books.business).row(id).ok_or_else(not_found::<T>)?;
        T::check_delete(row, books, &shared.switches)?;
        T::shelf_mut(&mut books.business).remove(id);
        Ok(Answer::ok(Value::Null))
    })
}

fn check_code<T: Shown>(
    kept: &T,
    id: Option<&str>,
    books: &Books,
    switches: &Switches,
) -> Result<(), Refusal> {
    let is_taken = T::shelf(&books.business).is_taken(kept.code(), id);
    if is_taken && switches.business.codes_are_unique {
        let name = T::CODE_FIELD.1;
        return Err(Refusal::new(
            DUPLICATE_CODE_STATUS,
            format!("{name} already exists"),
        ));
    }
    Ok(())
}

fn view<T: Shown>(row: &Row<T>, switches: &Switches, plan: &Plan) -> Value {
    let mut view = row.kept.body().clone();
    let id_field = if switches.business.ids_are_plain {
        "id"
    } else {
        T::ID_FIELD
    };
    view.insert(id_field.to_owned(), row.id.as_str().into());
    if let Some(name) = &switches.created_at_field {
        view.insert(name.clone(), iso(row.created_at_ms).into());
        view.insert("updated_at".to_owned(), iso(row.updated_at_ms).into());
    }
    T::show(row, &mut view, switches, plan);
    Value::Object(view)
}

fn hide_code<T: Shown>(view: &mut Value) {
    let (group, name) = T::CODE_FIELD;
    let holder = match group {
        Some(group) => view.get_mut(group),
        None => Some(view),
    };
    if let Some(fields) = holder.and_then(Value::as_object_mut) {
        fields.remove(name);
    }
}

fn not_found<T: Shown>() -> Refusal {
    Refusal::new(404, format!("{} not found", T::NAME))
}
