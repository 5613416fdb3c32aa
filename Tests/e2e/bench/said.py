"""What each applicant writes and answers, at Kohort and at its peers."""

ANSWERS = {
    "Phone": "+46 70 000 00 00", "Birth year": "1999", "Place": "Umeå", "Level": "master", "Field": "Energi",
    "School": "Umeå universitet", "Graduation": "2026",
}
EXPERIENCE = "Sommarjobb i en kommun och ett examensarbete hos en offentlig beställare."
MOTIVATION = "Jag vill arbeta där det märks vad som byggs."
PDF = b"%PDF-1.4\n" + bytes(20_000)
