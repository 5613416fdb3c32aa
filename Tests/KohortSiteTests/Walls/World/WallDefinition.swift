/// A consortium in which everything that Kohort can do is switched on. `word` stands in every text that is public.
struct WallDefinition {
    let slug: String
    let word: String

    /// Rounds in each state that a request may ask for, each of a cohort of its own, as of 11 January 2027: the days by
    /// which demand, applications, rankings and hiring are due.
    static let rounds: KeyValuePairs<String, [String]> = [
        "plan-1": ["2027-03-01", "2027-04-15", "2027-05-15", "2027-06-20"],
        "plan-2": ["2027-03-01", "2027-04-15", "2027-05-15", "2027-06-20"],
        "plan-3": ["2027-03-01", "2027-04-15", "2027-05-15", "2027-06-20"],
        "plan-4": ["2027-03-01", "2027-04-15", "2027-05-15", "2027-06-20"],
        "open": ["2026-10-01", "2027-02-14", "2027-03-31", "2027-06-15"],
        "shut-1": ["2026-10-01", "2026-12-15", "2027-03-31", "2027-06-15"],
        "shut-2": ["2026-10-01", "2026-12-15", "2027-03-31", "2027-06-15"],
        "pool": ["2026-10-01", "2026-12-15", "2027-03-31", "2027-06-15"],
        "end-1": ["2026-09-20", "2026-10-20", "2026-11-20", "2026-12-20"],
        "end-2": ["2026-09-20", "2026-10-20", "2026-11-20", "2026-12-20"],
    ]

    var yaml: String { small + cohorts + planned }
    /// The consortium and its programme alone, where many are made.
    var small: String { head + organisations + programme }

    private func text(_ words: String) -> String {
        "{sv: \(word) \(words), nb: \(word) \(words), en: \(word) \(words)}"
    }

    private var head: String {
        """
        consortium:
          slug: \(slug)
          name: \(text("trainees"))
          languages: [nb, sv, en]
          time_zone: Europe/Oslo
          country: "NO"
          currency: NOK
          accent: "#7a1f5c"
          sender: {name: \(word), address: trainee@\(slug).example}
          settings:
            one_acceptance_closes_rest: false
            offer_response_working_days: 5
            retention_days: 730
            blind_until: none
            contacts_across_members: true

        """
    }

    private var organisations: String {
        let names = ["north", "south", "east"]
        let lines = names.map { name in
            """
              - slug: \(name)
                name: \(word) \(name)
                kind: municipality
                country: "NO"
                units: [{slug: plan, name: \(word) plan}]

            """
        }
        let members = names.map { "  - {slug: \($0), organisations: [\($0)], from: 2020-01-01}\n" }
        return "organisations:\n" + lines.joined() + "memberships:\n" + members.joined()
    }

    private var programme: String {
        """
        programmes:
          - slug: trainee
            name: \(text("programme"))
            state: active
            published: true
            takes_interest: true
            version: "1"
            rules:
              purposes:
                - {slug: competence, text: \(text("purpose"))}
              months: 12
              periods:
                count: 2
                parts:
                  - {host: home, months: 9, theme: \(text("home"))}
                  - {host: another_member, months: 3, theme: \(text("away"))}
              gatherings:
                count: 6
                longest_days: 3
                courses: true
                study_trips: {count: 1, among_gatherings: true, destination: \(text("trip"))}
                employer_seminar: true
              roles:
                before_start: [aims_anchored]
                mentor: {independent_of: line, chosen_from: anywhere, accepts: true}
                supervisor_per_period: true
              talks: {mentor_every_months: 1}
              goals:
                - {slug: ethics, text: \(text("ethics"))}
                - {slug: projects, text: \(text("projects"))}
              education_share_percent: 20
              completion:
                steps: [project_assignment, evaluation, award]
                requires: [evaluation]
                early_hire_ends: true
                documents: [diploma, certificate]
              fees:
                - slug: participation
                  name: \(text("fee"))
                  amount: 69000 NOK
                  per: trainee
                  paid_by: employer
                  covers: [{slug: seminar, text: \(text("seminar"))}]
              selection:
                entrances: [application, nomination]
                criteria: [stated_competence]
                fields: [{slug: roads, text: \(text("roads"))}]
              employment:
                contracts: [permanent, temporary]
                probation_months: 6
                hire_at_end: offered
              checklist:
                - {slug: contact, text: \(text("contact"))}
                - {slug: inform, text: \(text("inform"))}

        """
    }

    private var cohorts: String {
        let years = [("run", "2026"), ("over-1", "2025"), ("over-2", "2025"), ("over-3", "2025"), ("over-4", "2025")]
        let running = years.enumerated().map { index, row in
            let end = (Int(row.1) ?? 0) + 1
            return cohort(row.0, "running", index + 1, "\(row.1)-09-01", "\(end)-09-01")
        }
        let planned = Self.rounds.enumerated().map { index, round in
            cohort("of-\(round.key)", "planned", index + 10, "2027-09-01", "2028-09-01")
        }
        return "cohorts:\n" + (running + planned).joined()
    }

    private func cohort(_ slug: String, _ state: String, _ number: Int, _ from: String, _ to: String) -> String {
        """
          - slug: \(slug)
            programme: trainee
            state: \(state)
            number: \(number)
            period: {from: \(from), to: \(to)}
            participations: [north, south, east]

        """
    }

    private var planned: String {
        let rounds = Self.rounds.map { slug, days in
            """
              - slug: \(slug)
                cohort: of-\(slug)
                name: \(text("call"))
                deadlines: {demand: \(days[0]), applications: \(days[1]), ranking: \(days[2]), hiring: \(days[3])}
                positions: 12
                channels: [{slug: press, kind: media, name: \(word) press}]

            """
        }
        let day = """
            occasions:
              - slug: seminar
                kind: employer_seminar
                programme: trainee
                title: \(text("seminar"))
                first_day: 2027-04-01
                last_day: 2027-04-02

            """
        return "rounds:\n" + rounds.joined() + day
    }
}
