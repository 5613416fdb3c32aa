import Testing

@Suite struct `Norra Norrland's round` {
    @Test func `runs from eight members' demand to twelve acceptances`() async throws {
        var story = try await RoundStory.begin()
        try await story.membersStateTheirDemand()
        try await story.theLeadApprovesTwelvePositions()
        try await story.theCallIsPublished()
        try await story.fourHundredApply()
        try await story.oneAppliesToTheNeighbourToo()
        try await story.theDeadlinePasses()
        try await story.thePoolIsReleased()
        try await story.employersQualifyAndRank()
        try await story.rankingsAreLocked()
        try await story.employersMakeOffers()
        try await story.candidatesAnswer()
        try await story.anOfferExpires()
        try await story.anEmployerNominatesItsOwnHire()
        try await story.theNeighbourDecidesOtherwise()
        try await story.theFiguresAreTold()
        try await story.theJournalTellsItAll()
        try await story.theOperatorReadsTheSame()
    }
}
