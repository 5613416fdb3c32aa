extension Scheme {
    /// KS's programme of 2011 with members that the source does not name: two municipalities and a county.
    static func ks(at start: String = "2011-08-15T08:00:00Z") async throws -> Scheme {
        try await begin("ks-2011", "ks", cohort: "ks-cohort-5", at: start) { yaml in
            yaml.replacing("\nprogrammes:\n", with: members + "\nprogrammes:\n")
                .replacing("period: {from: 2011-09-01, to: 2013-03-01}", with: cohort)
        }
    }

    /// A trainee at work in Drammen.
    static func ksWithTrainee() async throws -> (Scheme, trainee: String) {
        let scheme = try await ks()
        try await scheme.ready("drammen")
        return (scheme, try await scheme.enter("Nora Nilsen", at: "drammen", contract: "permanent"))
    }

    /// Names the employer's coordinator and confirms its aims.
    func ready(_ employer: String) async throws {
        try await nameCoordinator(at: employer)
        _ = try await holder("coordinator", of: employer).post("/cohorts/\(cohort)/aims", ["employer": employer])
    }

    private static let members = """
        \n  - {slug: drammen, name: Drammen kommune, kind: municipality, country: "NO", units: [
              {slug: plan, name: Plan}, {slug: water, name: Vann}]}
          - {slug: bergen, name: Bergen kommune, kind: municipality, country: "NO"}
          - {slug: akershus, name: Akershus fylkeskommune, kind: county, country: "NO"}

        memberships:
          - {slug: drammen, organisations: [drammen], from: 2010-11-17}
          - {slug: bergen, organisations: [bergen], from: 2010-11-17}
          - {slug: akershus, organisations: [akershus], from: 2010-11-17}

        """
    private static let cohort = """
        period: {from: 2011-09-01, to: 2013-03-01}
            participations: [drammen, bergen, akershus]
        """
}

/// One line of a plan.
func line(
    _ part: String, _ host: String, _ start: String, _ end: String, unit: String? = nil, id: String? = nil
) -> [String: Any] {
    var line: [String: Any] = ["part": part, "host": host, "starts_on": start, "ends_before": end]
    line["unit"] = unit
    line["id"] = id
    return line
}

extension Scheme {
    /// Why a plan is refused; empty once it stands.
    func plan(_ lines: [[String: Any]], for trainee: String) async throws -> String {
        try await lead.post("/trainees/\(trainee)/placements", ["placements": lines]).said
    }

    /// The ids of a trainee's placements, the first first.
    func placements(of trainee: String) async throws -> [String] {
        try await self.trainee(trainee).list("placements").map { $0.text("id") }
    }

    /// Why naming somebody is refused; empty when it is done.
    func name(
        _ email: String, _ path: String, _ more: [String: Any] = [:]
    ) async throws -> String {
        try await lead.post(path, ["name": "Somebody", "email": email].merging(more) { $1 }).said
    }

    func unit(_ name: String, of host: String) async throws -> String {
        let hosts = try await lead.get("/hosts").list("hosts")
        let units = hosts.first { $0.text("slug") == host }?.list("units") ?? []
        return units.first { $0.text("name") == name }?.text("id") ?? ""
    }
}
