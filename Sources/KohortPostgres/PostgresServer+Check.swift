#if PostgreSQL
    import CPostgres

    extension PostgresServer {
        /// Whether libpq can read the address. Its own complaint would repeat parts of it, and so would a failure to find
        /// a host that is the rest of a password with an @.
        package var isReadable: Bool {
            guard let options = PQconninfoParse(address, nil) else { return false }
            defer { PQconninfoFree(options) }
            var option = options
            while let keyword = option.pointee.keyword {
                if String(cString: keyword) == "host", let host = option.pointee.val,
                    String(cString: host).contains("@")
                {
                    return false
                }
                option += 1
            }
            return true
        }
    }
#endif
