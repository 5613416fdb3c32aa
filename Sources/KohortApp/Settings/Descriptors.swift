import Glibc

/// How many files and sockets this process may have open at once.
package enum Descriptors {
    /// What an open tenant has at most: a file and its log for the writer, for each of three readers and for an archive,
    /// and the log's index.
    private static let perTenant = 11

    /// Raises the limit as far as the system lets this process, and answers it.
    package static func raise() -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return 1024 }
        var raised = limit
        raised.rlim_cur = raised.rlim_max
        return Int(clamping: setrlimit(resource, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur)
    }

    /// How many tenants may be open with so many: half of them are for connections and uploads.
    static func tenants(within limit: Int) -> Int { max(1, limit / 2 / perTenant) }
}

extension Settings {
    /// Holds no more tenants open than this many descriptors are enough for. Those on a server have none of their own.
    package mutating func fit(descriptors: Int) {
        if postgres == nil { openTenants = min(openTenants, Descriptors.tenants(within: descriptors)) }
    }
}
