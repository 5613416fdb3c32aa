import Billing
import Delivery
import KohortCore
import KohortStore
import Recruitment
import Reporting
import Tenancy

extension RoleRights {
    /// Who may do what in a consortium. A permission that stands nowhere here is nobody's.
    package static let kohort = RoleRights(
        anyone: [
            .readConsortium, .readFront, .readCalls, .startCandidacy, .registerInterest, .signIn, .verifyDocument,
            .answerMentorship, .readOwnTrainees, .keepOwnWays,
        ],
        applicant: [
            .signInAsApplicant, .readOwnCandidacy, .changeCandidacy, .withdrawCandidacy, .readOwnOffers, .answerOffer,
            .readDocument,
        ],
        roles: [
            .lead: lead,
            .coordinator: coordinator,
            .committee: [.readFunnel, .readResults],
            .finance: payer,
            .mentor: mentor,
            .supervisor: supervisor,
            .trainee: trainee,
            .integration: integration,
        ],
        operator: [
            .applyDefinition, .readDefinition, .invitePerson, .giveAnyRole, .issueSignInLink, .createToken, .readTokens,
            .revokeToken, .readOutbox, .retryOutbox, .readFunnel, .readResults, .readRounds, .readJournal,
            .readInvoices, .readCohorts, .readWebhooks, .manageWebhooks, .replayWebhooks, .issueApplicantLink,
            .manageProviders, .resetPasswords,
        ],
        system: [
            .readOutbox, .sendOutbox, .deliverWebhooks, .endOffers, .readOwnCandidacy, .readOwnOffers,
            .writeOfferLetters, .chargeFee, .writeInvoiceMail, .writeNamingMail, .sweepStore, .sweepSignIns,
            .answerSignIn, .proveIdentity,
        ])

    /// Of the registry of tenants: the operator's alone.
    static let registry = RoleRights(
        anyone: [], applicant: [], roles: [:], operator: [.administerTenants, .readTenants], system: [.readTenants])

    /// The programme lead runs the round, and may edit an employer's ranking but never certify it (BR-4) nor make its
    /// offers (KS11-13).
    private static let lead: Set<Permission> = readers.union([
        .readFunnel, .readResults, .applyDefinition, .invitePerson, .giveAnyRole, .readPeople, .endSignIns,
        .createToken, .readTokens, .revokeToken, .moveDeadlines, .publishCall, .releasePool, .closeRound, .decideDemand,
        .overrideDemandDeadline, .overseeRound, .exportCandidacies, .editRanking, .readInterests, .readMatters,
        .raiseMatter, .settleMatter, .readDefinition, .withdrawCandidacy, .readOutbox, .retryOutbox, .readJournal,
        .readWebhooks, .manageWebhooks, .replayWebhooks, .readOpenings, .enterTrainee, .removeTrainee, .readTrainee,
        .readTrainees, .closeCohort, .planGathering, .readGatherings, .recordAttendance, .reachGoal, .assessProject,
        .readProject, .recordEducation, .retractTalk, .readPlan, .readEvaluations, .awardDiploma, .revokeDocument,
        .completeTrainee,
    ]).union(followUp).union(biller)

    /// Billing is the lead's, but for committing, which is each payer's own (BB-10).
    private static let biller: Set<Permission> = [
        .readCharges, .changeCharge, .readParties, .registerParty, .draftInvoice, .issueInvoice, .readInvoices,
        .mailInvoice,
    ]

    /// Who commits and sees documents for one payer: its coordinator and its finance contact.
    private static let payer: Set<Permission> = [.readCharges, .commitFees, .readInvoices]

    /// An employer's coordinator, for that employer.
    private static let coordinator: Set<Permission> = readers.union([
        .stateDemand, .changeDemand, .withdrawDemand, .assessCandidacy, .editRanking, .certifyRanking, .makeOffer,
        .withdrawOffer, .nominateHire, .withdrawNomination, .readWebhooks, .manageWebhooks, .replayWebhooks,
        .confirmAims, .readTrainee, .readTrainees, .invitePerson, .readPeople, .createToken, .readTokens, .revokeToken,
        .readGatherings, .prepareTrainee, .reachGoal, .readProject, .recordEducation, .retractTalk, .readPlan,
        .readEvaluations, .evaluateCohort, .issueCertificate,
    ]).union(followUp).union(payer)

    /// What the lead and an employer's coordinator do for trainees, each as far as their grants reach.
    private static let followUp: Set<Permission> = [
        .readContacts, .readCohorts, .planPlacements, .nameMentor, .keepMentorPool, .readMentorPool, .nameSupervisor,
        .keepLine, .recordLeave, .extendTrainee, .extendProbation, .endTrainee, .recordOutcome, .tickChecklist,
    ]

    /// What both sides of a round read, each as far as their grants reach.
    private static let readers: Set<Permission> = [
        .readRounds, .readDemand, .readPool, .openCandidacy, .readRanking, .readOffers, .readNominations, .readDocument,
    ]

    /// Of one trainee.
    private static let mentor: Set<Permission> = [.readTrainee, .readGatherings, .logMentorTalk, .readContacts]

    /// Of one placement.
    private static let supervisor: Set<Permission> = [
        .readTrainee, .readGatherings, .prepareTrainee, .logSupervisorTalk, .writePlan, .agreePlanAsSupervisor,
        .readPlan, .evaluatePlacement, .readContacts,
    ]

    /// Of oneself.
    private static let trainee: Set<Permission> = [
        .readTrainee, .readGatherings, .writeReflection, .readReflections, .writeProject, .readProject,
        .recordEducation, .writePlan, .agreePlanAsTrainee, .readPlan, .evaluateProgramme, .readContacts,
    ]

    /// Another system reads what its grant reaches and changes nothing.
    private static let integration: Set<Permission> = [
        .readRounds, .readDemand, .readOffers, .readNominations, .readFunnel, .readResults, .readJournal,
        .readCharges, .readInvoices, .readCohorts, .readTrainees, .readTrainee, .readGatherings,
    ]
}
