import Configuration

/// Where figures for Prometheus are served: the `kohort.metrics` settings. Without a port they are not.
package struct MetricsSettings: Sendable {
    package let host: String
    package let port: Int
    /// Whether what the storage refused is told by tenant.
    package let namesTenants: Bool

    init?(_ reader: ConfigReader) throws {
        let port = try Settings.number(reader, "port", of: "metrics", default: 0, in: 0...65_535)
        guard port > 0 else { return nil }
        namesTenants = reader.bool(forKey: "tenants", default: false)
        (host, self.port) = (reader.string(forKey: "host", default: "127.0.0.1"), port)
    }
}
