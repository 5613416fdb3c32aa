import Delivery
import HTTPTypes
import Hummingbird
import KohortCore
import KohortWeb
import Tenancy

/// An employer's trainees and those whom it hosts, cohort by cohort; what it says of a cohort; its mentors.
enum EmployerTraineesDesk {
    static func show(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        try await page(room, notice: room.visit.doneNotice(try QueryParameters(request)))
    }

    static func confirm(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let cohort = try await room.visit.cohortID()
        return try await attempt(Form(), room, done: "aims.confirmed") {
            _ = try await room.visit.perform(ConfirmAims(cohort: cohort, organisation: room.employer.id))
        }
    }

    static func evaluate(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let cohort = try await room.visit.cohortID()
        let typed = try await request.form(room.visit.context)
        return try await attempt(typed, room, of: cohort, done: "cohort.evaluated") {
            let command = EvaluateCohort(
                evaluation: room.visit.newID(), cohort: cohort, organisation: room.employer.id,
                text: typed.text("text"))
            _ = try await room.visit.perform(command)
        }
    }

    static func pool(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let typed = try await request.form(room.visit.context)
        return try await attempt(typed, room, done: "mentor.pooled") {
            guard let email = EmailAddress(typed.text("email")) else {
                throw Rejection.invalid("email", "email.invalid")
            }
            let contact = Contact(name: typed.text("name"), email: email, language: room.visit.language)
            _ = try await room.visit.perform(NameToPool(organisation: room.employer.id, contact: contact))
        }
    }

    static func leave(_ request: Request, _ room: EmployerVisit) async throws -> Response {
        let person: PersonID = try room.visit.context.id("person")
        return try await attempt(Form(), room, done: "mentor.left") {
            _ = try await room.visit.perform(LeavePool(organisation: room.employer.id, person: person))
        }
    }

    /// `of` is the cohort whose form was sent; nil for that of the mentors.
    private static func attempt(
        _ typed: Form, _ room: EmployerVisit, of cohort: CohortID? = nil, done: String,
        _ deed: () async throws -> Void
    ) async throws -> Response {
        try await room.visit.attempt(typed) {
            try await deed()
            return room.visit.redirect(room.path("/trainees?done=\(done)"))
        } or: {
            let prefix = cohort.map { "\($0)-" } ?? ""
            return try await page(room, refusal: $0, of: cohort, notice: $0.notice(room.visit, idPrefix: prefix))
        }
    }

    private static func page(
        _ room: EmployerVisit, refusal: Refusal? = nil, of refused: CohortID? = nil, notice: DeskNotice?
    ) async throws -> Response {
        let visit = room.visit
        var cohorts: [EmployerCohort] = []
        for cohort in try await visit.fetch(CohortList()).reversed() {
            let standing = try await visit.fetch(CohortStanding(cohort: .id(cohort.id)))
            let trainees = try await visit.fetch(TraineeList(cohort: .id(cohort.id)))
            if trainees.isEmpty && [.closed, .toBeClosed].contains(cohort.stage) { continue }
            cohorts.append(
                EmployerCohort(room, standing, trainees, refused == cohort.id ? refusal : nil))
        }
        let mentors = try await visit.fetch(MentorPool()).filter { $0.organisation == room.employer.id }
        let contacts = try await visit.fetch(Contacts())
        let screen = EmployerTraineesScreen(
            room, cohorts, mentors, contacts, refused == nil ? refusal : nil, notice)
        return try visit.page(screen, status: refusal?.status ?? .ok)
    }
}
