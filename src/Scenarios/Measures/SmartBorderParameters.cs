namespace CorridorTwin.Scenarios.Measures;

/// <summary>What a planner may set on <see cref="SmartBorder"/>.</summary>
internal static class SmartBorderParameters
{
    public static IReadOnlyList<MeasureParameter> All { get; } =
    [
        new()
        {
            Key = "read-rate", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.60), Low = 0.40, High = 0.95,
            Grade = EvidenceGrade.Assumption, Sources = ["A.read-rate", "C3.35"],
            Description = new("Parte de los camiones que el portón lee sin intervención", "Share of trucks the gate reads unaided"),
        },
        new()
        {
            Key = "gate-time-cut", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.10), Low = 0.10, High = 0.40,
            Grade = EvidenceGrade.ExAnteClaim, Sources = ["J.rfid", "E4.09", "E4.10"],
            Description = new("Reducción del tiempo de portón de un camión leído", "Cut in the gate time of a truck that is read"),
        },
        new()
        {
            Key = "scan-share", Kind = ParameterKind.Share, Unit = "%", Default = new ParameterValue.Number(0.30), Low = 0.30, High = 0.80,
            Grade = EvidenceGrade.ExAnteClaim, Sources = ["E.scan-share", "J.nii", "E4.12", "E4.13"],
            Description = new("Parte del canal rojo que va al escáner en lugar de la inspección física", "Share of the red channel sent to the scanner instead of physical inspection"),
        },
        new()
        {
            Key = "scans-per-hour", Kind = ParameterKind.Number, Unit = "trucks/h", Default = new ParameterValue.Number(7.5), Low = 7, High = 20, Minimum = 0.5, Maximum = 50,
            Grade = EvidenceGrade.Measured, Sources = ["E.scan", "E4.11", "M2.06"],
            Description = new("Camiones por hora de un escáner nuevo, con posicionamiento y lectura de la imagen", "Trucks per hour of a new scanner, positioning and image review included"),
        },
        new()
        {
            Key = "days-between-outages", Kind = ParameterKind.Number, Unit = "days", Default = new ParameterValue.Number(14), Low = 4, High = 84, Minimum = 0.5, Maximum = 3650,
            Grade = EvidenceGrade.Assumption, Sources = ["A.scanner-outage", "E4.13", "T1.38"],
            Description = new("Días entre paradas de un escáner nuevo", "Days between outages of a new scanner"),
        },
        new()
        {
            Key = "outage-hours", Kind = ParameterKind.Number, Unit = "h", Default = new ParameterValue.Number(24), Low = 6, High = 36, Minimum = 0.1, Maximum = 720,
            LowerIsWeaker = false, Grade = EvidenceGrade.Assumption, Sources = ["A.scanner-outage", "E4.13", "T1.38"],
            Description = new(
                "Horas hasta que el escáner vuelve a funcionar sin plan de mantenimiento; con plan, la mitad",
                "Hours until the scanner works again without a maintenance plan; with one, half"),
        },
    ];
}
