import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Cohorts and how they stand.
enum CohortAPI {
    static let endpoints = [
        Endpoint(
            .get, "/cohorts", .query(CohortList.name),
            Operation(
                "listCohorts", "The cohorts that have persons, the earliest first",
                .ok(.object(["cohorts": .list(.cohort)])))
        ) { _, visit in
            let cohorts = try await visit.fetch(CohortList())
            return .json { json in json.object { $0.member("cohorts", list: cohorts) { $0.cohort($1) } } }
        },
        Endpoint(
            .get, "/cohorts/{cohort}", .query(CohortStanding.name),
            Operation(
                "showCohort", "How a cohort stands, and which employers have something left to do", .ok(.standing))
        ) { _, visit in
            let standing = try await visit.fetch(CohortStanding(cohort: try visit.cohort()))
            let slugs = visit.organisationSlugs
            return .json { json in json.object { $0.standing(standing, slugs) } }
        },
        Endpoint(
            .get, "/cohorts/{cohort}/board", .query(PlacementBoard.name),
            Operation(
                "showBoard",
                "The placements of a cohort, host by host, with the codes of the rules that each breaks now",
                .ok(.placementBoard))
        ) { _, visit in
            let board = try await visit.fetch(PlacementBoard(cohort: try visit.cohort()))
            let slugs = visit.organisationSlugs
            return .json { json in json.object { $0.board(board, slugs) } }
        },
        Endpoint(
            .get, "/cohorts/{cohort}/supervisor-gaps", .query(SupervisorGaps.name),
            Operation(
                "listSupervisorGaps", "Placements that lack a supervisor, the next first",
                .ok(.object(["placements": .list(.gap)])))
        ) { _, visit in
            let gaps = try await visit.fetch(SupervisorGaps(cohort: try visit.cohort()))
            let slugs = visit.organisationSlugs
            return .json { json in
                json.object { $0.member("placements", list: gaps) { $0.gap($1.placement, $1.trainee, slugs) } }
            }
        },
        Endpoint(
            .get, "/cohorts/{cohort}/overdue-talks", .query(OverdueTalks.name),
            Operation(
                "listOverdueTalks", "Trainees whose mentor's talk is overdue, the longest first",
                .ok(.object(["trainees": .list(.overdue)])))
        ) { _, visit in
            let lines = try await visit.fetch(OverdueTalks(cohort: try await visit.cohortID()))
            let slugs = visit.organisationSlugs
            return .json { json in json.object { $0.member("trainees", list: lines) { $0.overdue($1, slugs) } } }
        },
    ]
}

extension Shape {
    fileprivate static let cohort = Shape.object([
        "id": .id, "slug": .slug, "stage": .choice(CohortStage.self), "starts_on": .date, "ends_before": .date,
        "trainees": .record(
            TraineeState.allCases.filter { $0 != .removed }.map {
                Member(name: $0.rawValue, schema: .count, isRequired: true)
            }),
    ])

    fileprivate static let standing = Shape.object([
        "id": .id, "slug": .slug, "stage": .choice(CohortStage.self), "starts_on": .date, "ends_before": .date,
        "employers": .list(
            .object([
                "employer": .slug, "trainees": .count, "delivered": .boolean,
                "missing": .list(.choice(StartRequirement.self)), "without_mentor": .count, "without_plan": .count,
                "without_supervisor": .count, "overdue_talks": .count,
            ])),
    ])

    fileprivate static let gap = Shape.object([
        "placement": .id, "trainee": .id, "name": .text, "host": .slug, "starts_on": .date,
    ])

    fileprivate static let overdue = Shape.object([
        "trainee": .id, "name": .text, "employer": .slug, "next_by": .nullable(.date), "held": .count,
        "expected": .nullable(.count),
    ])
}

extension JSONWriter {
    fileprivate mutating func cohort(_ line: CohortList.Line) {
        object { json in
            json.member("id", line.id)
            json.member("slug", line.slug)
            json.member("stage", line.stage.rawValue)
            json.period(line.period)
            json.member("trainees") { json in
                json.object { json in
                    for state in TraineeState.allCases where state != .removed {
                        json.member(named: state.rawValue) { $0.value(line.trainees[state] ?? 0) }
                    }
                }
            }
        }
    }

    /// The members of a standing.
    fileprivate mutating func standing(_ standing: CohortStanding.Answer, _ slugs: [OrganisationID: Slug]) {
        member("id", standing.cohort.id)
        member("slug", standing.cohort.slug)
        member("stage", standing.stage.rawValue)
        period(standing.cohort.period)
        member("employers", list: standing.employers) { json, employer in
            json.object { json in
                json.member("employer", slugs[employer.organisation])
                json.member("trainees", employer.trainees)
                json.member("delivered", employer.hasDelivered)
                json.member("missing", list: employer.missing) { $0.value($1.rawValue) }
                json.member("without_mentor", employer.withoutMentor)
                json.member("without_plan", employer.withoutPlan)
                json.member("without_supervisor", employer.withoutSupervisor)
                json.member("overdue_talks", employer.overdueTalks)
            }
        }
    }

    fileprivate mutating func gap(_ placement: Placement, _ name: String, _ slugs: [OrganisationID: Slug]) {
        object { json in
            json.member("placement", placement.id)
            json.member("trainee", placement.trainee)
            json.member("name", name)
            json.member("host", slugs[placement.host])
            json.member("starts_on", placement.period.start)
        }
    }

    fileprivate mutating func overdue(_ line: OverdueTalks.Line, _ slugs: [OrganisationID: Slug]) {
        object { json in
            json.member("trainee", line.trainee)
            json.member("name", line.name)
            json.member("employer", slugs[line.employer])
            json.member("next_by", line.cadence.nextBy)
            json.member("held", line.cadence.held)
            json.member("expected", line.cadence.expected)
        }
    }

    /// The members of a period.
    mutating func period(_ period: Period) {
        member("starts_on", period.start)
        member("ends_before", period.end)
    }
}
