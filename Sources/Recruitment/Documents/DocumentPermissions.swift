import KohortCore

extension Permission {
    /// To read a document of a candidacy: the applicant's own, or one that an employer or the lead may open.
    package static let readDocument = Permission("recruitment.document.read")
}
