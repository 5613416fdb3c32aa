/// Why a mail cannot be written.
enum MIMEProblem: Error, Hashable, Sendable {
    /// The named header would hold a control character: CR and LF would begin a header of the writer's choice.
    case control(header: String)
}
