extension Scheme {
    /// The programme of one business, with a cohort from September 2026.
    static func general(
        ends: String = "2029-09-01", changed: (String) -> String = { $0 }
    ) async throws -> Scheme {
        try await begin("general", "general", cohort: "first", at: "2026-08-20T08:00:00Z") { yaml in
            changed(yaml.replacing("state: planned", with: "state: active")) + """
                \ncohorts:
                  - slug: first
                    programme: general
                    state: planned
                    period: {from: 2026-09-01, to: \(ends)}
                    participations: [business]
                """
        }
    }
}
