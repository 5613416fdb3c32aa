import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// Trainees: the lead's all, an employer's own and those whom it hosts.
enum TraineeAPI {
    static let endpoints = [
        Endpoint(
            .get, "/cohorts/{cohort}/trainees", .query(TraineeList.name),
            Operation(
                "listTrainees", "The trainees of a cohort that the token reaches, by name",
                .ok(.object(["trainees": .list(.traineeLine)])))
        ) { _, visit in
            let lines = try await visit.fetch(TraineeList(cohort: try visit.cohort()))
            let slugs = visit.organisationSlugs
            return .json { json in
                json.object { $0.member("trainees", list: lines) { $0.traineeLine($1, slugs) } }
            }
        },
        Endpoint(
            .get, "/trainees/{trainee}", .query(TraineeDetail.name),
            Operation("showTrainee", "One trainee with all that belongs to them", .ok(.traineeDetail))
        ) { _, visit in
            let detail = try await visit.fetch(TraineeDetail(trainee: try visit.trainee()))
            let slugs = visit.organisationSlugs
            return .json { json in json.object { $0.trainee(detail, slugs, visit.language) } }
        },
    ]
}

extension Shape {
    private static let traineeMembers = members([
        "id": .id, "name": .text, "employer": .slug, "field": .text, "contract": .choice(ContractKind.self),
        "entrance": .choice(Enrolment.Entrance.self), "state": .choice(TraineeState.self), "starts_on": .date,
        "ends_before": .date, "probation_until": .nullable(.date), "ended_on": .nullable(.date),
        "end_reason": .nullable(.choice(WithdrawalReason.self)),
    ])

    fileprivate static let traineeLine = Shape.record(
        traineeMembers
            + members([
                "host": .nullable(.text), "mentor": .nullable(.follower), "mentor_proposed": .boolean,
                "lacks_supervisor": .boolean, "missing": .list(.choice(StartRequirement.self)),
            ]))

    fileprivate static let traineeDetail = Shape.record(
        traineeMembers
            + members([
                "cohort": .slug, "terms": .terms, "closed": .boolean, "placements": .list(.placementLine),
                "mentors": .list(.mentorship), "line": .list(.follower),
                "leaves": .list(
                    .object([
                        "id": .id, "starts_on": .date, "ends_before": .date,
                        "reason": .nullable(.choice(LeaveReason.self)),
                    ])),
                "extensions": .list(
                    .object(["id": .id, "starts_on": .date, "ends_before": .date, "reason": .nullable(.text)])),
                "outcomes": .list(.object(["kind": .choice(OutcomeKind.self), "on": .date])),
                "checklist": .list(.object(["item": .slug, "text": .text, "ticked_on": .nullable(.date)])),
                "missing": .list(.choice(StartRequirement.self)), "closing": .list(.choice(ClosingStep.self)),
            ]))
}

extension JSONWriter {
    /// The members of a trainee.
    private mutating func trainee(_ trainee: Trainee, _ slugs: [OrganisationID: Slug]) {
        member("id", trainee.id)
        member("name", trainee.name)
        member("employer", slugs[trainee.employer])
        member("field", trainee.field)
        member("contract", trainee.contract.rawValue)
        member("entrance", trainee.entrance.rawValue)
        member("state", trainee.state.rawValue)
        period(trainee.period)
        member("probation_until", trainee.probationUntil)
        member("ended_on", trainee.endedOn)
        member("end_reason", trainee.endReason?.rawValue)
    }

    fileprivate mutating func traineeLine(_ line: TraineeList.Line, _ slugs: [OrganisationID: Slug]) {
        object { json in
            json.trainee(line.trainee, slugs)
            json.member("host", line.host)
            json.member("mentor") { $0.follower(line.mentor) }
            json.member("mentor_proposed", line.isMentorProposed)
            json.member("lacks_supervisor", line.lacksSupervisor)
            json.member("missing", list: line.missing) { $0.value($1.rawValue) }
        }
    }

    fileprivate mutating func trainee(
        _ detail: TraineeDetail.Answer, _ slugs: [OrganisationID: Slug], _ language: Language
    ) {
        trainee(detail.trainee, slugs)
        member("cohort", detail.cohort.slug)
        member("terms") { $0.terms(detail.cohort.rules.employment, language) }
        member("closed", detail.isClosed)
        member("placements", list: detail.placements) { $0.placement($1, slugs) }
        member("mentors", list: detail.mentors) { $0.mentorship($1, slugs) }
        member("line", list: detail.line) { $0.follower($1) }
        member("leaves", list: detail.leaves) { json, leave in
            json.object { json in
                json.member("id", leave.id)
                json.period(leave.period)
                json.member("reason", leave.reason?.rawValue)
            }
        }
        member("extensions", list: detail.extensions) { json, added in
            json.object { json in
                json.member("id", added.id)
                json.period(added.period)
                json.member("reason", added.reason)
            }
        }
        member("outcomes", list: detail.outcomes) { json, fact in
            json.object { json in
                json.member("kind", fact.kind.rawValue)
                json.member("on", fact.on)
            }
        }
        member("checklist", list: detail.checklist) { json, line in
            json.object { json in
                json.member("item", line.item.slug)
                json.member("text", line.item.text.text(in: language))
                json.member("ticked_on", line.tickedOn)
            }
        }
        member("missing", list: detail.missing) { $0.value($1.rawValue) }
        member("closing", list: detail.closing) { $0.value($1.rawValue) }
    }
}
