import KohortCore
import KohortStore

/// Tells an applicant that the candidacy is registered, under which number and at what time.
package struct ReceiptLetter: Letter {
    package static let kind = "recruitment.receipt"
    package let candidacy: CandidacyID
}
