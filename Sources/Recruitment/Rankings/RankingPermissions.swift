import KohortCore

extension Permission {
    /// To see an employer's ranked list.
    package static let readRanking = Permission("recruitment.ranking.read")
    /// To change an employer's ranked list; the lead may have it too (BR-4).
    package static let editRanking = Permission("recruitment.ranking.edit")
    /// To certify a ranked list; the employer's alone, never the lead's (BR-4).
    package static let certifyRanking = Permission("recruitment.ranking.certify")
}
