#if PostgreSQL
    import KohortStore
    import Testing

    @testable import KohortPostgres

    struct PostgresFaultTests {
        @Test(
            arguments: [
                ("53100", StoreFault.full), ("53200", .unavailable("why")), ("53300", .unavailable("why")),
                ("23505", .constraint("why")), ("23503", .constraint("why")), ("08006", .unavailable("why")),
                ("57P01", .unavailable("why")), ("40001", .unavailable("why")), ("25006", .unavailable("why")),
                ("55P03", .unavailable("why")), ("57014", .unavailable("why")), ("25P03", .unavailable("why")),
                ("XX001", .unavailable("corrupt: why")),
                ("42P01", .statement("why")), ("22P02", .statement("why")), (nil, .unavailable("why")),
            ] as [(String?, StoreFault)])
        func `an SQLSTATE in the store's words`(_ state: String?, _ fault: StoreFault) {
            #expect(PostgresFault(state: state, message: "why").inStore == fault)
        }

        @Test(arguments: ["28P01", "28000", "3D000", "42501", "22023"])
        func `an answer to signing in that is about who signs in`(_ state: String) {
            #expect(PostgresFault(state: state, message: "why").isRefusal)
        }

        @Test(arguments: ["57P03", "53300", "08006", "58030", "XX000", nil])
        func `one that is about the server`(_ state: String?) {
            #expect(!PostgresFault(state: state, message: "why").isRefusal)
        }
    }
#endif
