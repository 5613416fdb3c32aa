import KohortCore

@testable import KohortSite

/// What endpoints of delivery can be asked about: a trainee of Örnsköldsvik's with a plan, and a gathering.
struct DeliverySystem: Sendable {
    let captures: [String: String]
    let bodies: [String: String]
    /// The token of who has the right to an operation, where that is neither the programme office nor the employer.
    let tokens: [String: String]
    static let employers: Set = ["confirmAims", "evaluateCohort", "prepareTrainee", "issueCertificate"]

    init(_ client: SystemClient, lead: String) async throws {
        let trainee = try await client.post("/cohorts/first/trainees", Self.newcomer, token: lead).id
        let plan = "/trainees/\(trainee)/placements"
        _ = try await client.post(plan, #"{"placements":[\#(Self.home),\#(Self.away)]}"#, token: lead)
        let shown = try await client.get("/trainees/\(trainee)", token: lead).members
        let placement = (shown["placements"] as? [[String: Any]])?.first?["id"] as? String ?? ""
        let gathering = try await client.post("/cohorts/first/gatherings", Self.gathering, token: lead).id
        let unused = DemandID.new().description
        captures = [
            "cohort": "first", "trainee": trainee, "placement": placement, "gathering": gathering, "person": unused,
            "unit": unused, "goal": "none", "item": "none", "outcome": "offered", "talk": unused,
            "document": unused, "leave": unused, "mentorship": unused, "number": "1", "code": "2222-2222-2222",
        ]
        bodies = Self.bodies(trainee)
        let (supervisor, student) = (
            try await client.token(.supervisor, of: "ornskoldsvik"), try await client.token(.trainee)
        )
        tokens = [
            "logMentorTalk": try await client.token(.mentor, of: "ornskoldsvik"), "logSupervisorTalk": supervisor,
            "writePlan": supervisor, "reachLearningGoal": supervisor, "agreeAsSupervisor": supervisor,
            "evaluatePlacement": supervisor, "agreeAsTrainee": student, "writeReflection": student,
            "listTraineeGatherings": student, "nameProject": student, "handInProject": student,
            "evaluateProgramme": student,
        ]
    }

    private static let contact = #""name":"Ebba Ek","email":"ebba@work.example""#
    private static let newcomer =
        #"{\#(contact),"employer":"ornskoldsvik","field":"Roads","contract":"permanent"}"#
    private static let home =
        #"{"part":"1","host":"ornskoldsvik","starts_on":"2027-09-01","ends_before":"2028-06-01"}"#
    private static let away = #"{"part":"2","host":"vannas","starts_on":"2028-06-01","ends_before":"2028-09-01"}"#
    private static let terms = #""title":"Start","first_day":"2027-09-06","last_day":"2027-09-07""#
    private static let gathering = #"{"kind":"gathering",\#(terms)}"#

    private static func bodies(_ trainee: String) -> [String: String] {
        let (on, text) = (#"{"on":"2027-02-01"}"#, #"{"text":"Good"}"#)
        return [
            "confirmAims": #"{"employer":"ornskoldsvik"}"#, "enterTrainee": newcomer, "nameManager": "{\(contact)}",
            "nameToPool": "{\(contact)}", "completeTrainee": on, "hireEarly": on,
            "withdrawTrainee": #"{"on":"2027-02-01","reason":"moved"}"#,
            "extendProbation": #"{"until":"2028-05-01","reason":"Ill"}"#,
            "planPlacements": #"{"placements":[\#(home),\#(away)]}"#,
            "movePlacement": #"{"host":"ornskoldsvik","starts_on":"2027-09-01","ends_before":"2028-06-01"}"#,
            "nameMentor": "{\(contact)}", "nameSupervisor": "{\(contact)}", "markAsLine": "{\(contact)}",
            "recordLeave": #"{"starts_on":"2027-10-01","ends_before":"2027-10-08","reason":"care"}"#,
            "extendTrainee": #"{"until":"2028-10-01","reason":"Ill"}"#,
            "recordOutcome": #"{"kind":"offered","on":"2027-02-01"}"#, "reachGoal": on,
            "nameProject": #"{"title":"Water"}"#, "handInProject": #"{"summary":"Less of it"}"#,
            "assessProject": #"{"verdict":"passed"}"#,
            "recordEducation": #"{"held_on":"2027-09-20","hours":8,"about":"Maps"}"#,
            "logMentorTalk": #"{"held_on":"2027-09-20"}"#, "logSupervisorTalk": #"{"held_on":"2027-09-20"}"#,
            "writePlan": #"{"responsibilities":"Roads","tasks":"Plans","goals":["Procurement"]}"#,
            "reachLearningGoal": #"{"on":null}"#, "evaluateCohort": #"{"employer":"ornskoldsvik","text":"Good"}"#,
            "evaluateProgramme": text, "evaluatePlacement": text, "planGathering": gathering,
            "moveGathering": "{\(terms)}", "fixContent": #"{"content":"Ethics"}"#,
            "recordAttendance": #"{"trainee":"\#(trainee)","days":[]}"#,
            "recordEmployerAttendance": #"{"employer":"ornskoldsvik","persons":2}"#,
            "prepareTrainee": #"{"trainee":"\#(trainee)"}"#,
            "writeReflection": #"{"trainee":"\#(trainee)","outcome":"A","content":"B","participation":"C"}"#,
        ]
    }
}
