import Testing

@testable import Tenancy

/// A short right definition, and what is said when one line of it is wrong.
enum SmallDefinition {
    static let yaml = """
        consortium:
          slug: nord
          name: {nb: Nord, sv: Norr}
          languages: [nb, sv]
          default_language: nb
          time_zone: Europe/Oslo
          country: NO
          currency: NOK
          settings:
            one_acceptance_closes_rest: true
            offer_response_working_days: 5
            retention_days: 365
        organisations:
          - {slug: vik, name: Vik, kind: municipality, country: NO, size: {class: small}}
          - {slug: nes, name: Nes, kind: municipality, country: NO}
        memberships:
          - {slug: vik, organisations: [vik], from: 2010-01-01, to: 2012-01-01}
          - {slug: vik-again, organisations: [vik], from: 2012-01-01}
        bodies:
          - slug: forum
            kind: forum
            name: {nb: Forum, sv: Forum}
            past_names:
              - {name: Styre, to: 2011-01-01}
        programmes:
          - slug: trainee
            name: {nb: Trainee, sv: Trainee}
            state: active
            version: "1"
            rules:
              months: 18
              periods:
                count: {at_least: 2, at_most: 3}
                each: {host: any_member}
              gatherings: {count: 6, longest_days: 3}
              roles: {mentor: {independent_of: line}}
              completion: {steps: [evaluation]}
              fees:
                - {slug: fee, name: Avgift, amount: 69000 NOK, per: trainee, paid_by: employer}
              selection: {entrances: [application]}
              employment: {contracts: [permanent]}
        cohorts:
          - slug: first
            programme: trainee
            state: planned
            period: {from: 2011-09-01, to: 2013-03-01}
            participations: [vik]
        rounds:
          - slug: call
            cohort: first
            name: {nb: Utlysning, sv: Utlysning}
            deadlines: {demand: 2010-11-17, applications: 2011-02-14, ranking: 2011-04-15, hiring: 2011-06-20}
        matters:
          - {slug: costs, kind: economic, title: {nb: Utgifter, sv: Kostnader}}
        occasions:
          - {slug: seminar, kind: information, title: Seminar, first_day: 2011-04-01, last_day: 2011-04-02}

        """

    static func changed(_ old: String, _ new: String) throws -> String {
        try #require(yaml.contains(old), "the small definition has no \(old)")
        return yaml.replacing(old, with: new)
    }

    /// The definition with one passage changed.
    static func read(_ old: String, _ new: String) throws -> ConsortiumDefinition {
        try ConsortiumDefinition.read(yaml: changed(old, new))
    }

    /// What is wrong with the definition when one passage is changed.
    static func problems(_ old: String, _ new: String) throws -> [DefinitionProblem] {
        try problems(in: changed(old, new))
    }

    static func problems(in yaml: String) -> [DefinitionProblem] {
        do throws(DefinitionProblems) {
            _ = try ConsortiumDefinition.read(yaml: yaml)
            return []
        } catch {
            return error.all
        }
    }
}

extension DefinitionProblem {
    /// Path, line and code: what a test compares where the wording is not the matter.
    var short: String { "\(path) \(line) \(code.rawValue)" }
}
