/// The store's own tables, which every tenant's database has before any module's.
package enum StoreSchema {
    package static let module = SchemaModule(
        "store",
        [
            Journal.migration, Outbox.migration, Idempotency.migration, FileReferences.migration, Journal.registers,
            Journal.organisations,
        ])
}
