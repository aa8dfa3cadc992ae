namespace CorridorTwin.Scenarios.Studies;

/// <summary>What a study does not tell, and what follows from that.</summary>
internal static class StudyLacks
{
    /// <summary>The lacks of a table of rows.</summary>
    public static IReadOnlyList<Bilingual> Of(IReadOnlyList<StudyRow> rows)
    {
        if (rows.Count == 0) return [];
        var lacks = new List<Bilingual>();
        int without = rows.Count(r => !r.Stamps.Has(0));
        if (without == rows.Count) lacks.Add(new("sin t0 (llegada a la fila): se compara M_gate, la salida menos la primera garita; la fila en la carretera no se ve", "no t0 (joining the line): compared on M_gate, exit minus first gate; the line on the road is not seen"));
        else if (without > 0) lacks.Add(new($"{without} de {rows.Count} filas sin t0: no cuentan en M_side", $"{without} of {rows.Count} rows have no t0: they do not count in M_side"));
        int gateless = rows.Count(r => !r.Stamps.Has(1));
        if (gateless > 0) lacks.Add(new($"{gateless} de {rows.Count} filas sin t1 (primera garita): no cuentan en M_gate", $"{gateless} of {rows.Count} rows have no t1 (first gate): they do not count in M_gate"));
        int inside = rows.Count(r => r.Censored);
        if (inside > 0) lacks.Add(new($"{inside} camiones no habían salido al terminar la observación: cuentan como censurados (Kaplan–Meier), no se descartan", $"{inside} trucks had not left when observation ended: they count as censored (Kaplan–Meier), none is dropped"));
        if (rows.All(r => r.Channel is null)) lacks.Add(new("sin canal de riesgo: no se pueden estimar las proporciones por canal", "no risk channel: shares by channel cannot be estimated"));
        if (rows.All(r => r.Stages.Count == 0)) lacks.Add(new("sin tiempos por ventanilla: el tiempo de servicio y la selección no se pueden separar", "no times of the desks: service time and selection cannot be told apart"));
        if (rows.All(r => r.Truck.Length == 0)) lacks.Add(new("sin identificador del camión: no se buscan pasos imposibles entre puestos, y los repetidos solo por todas sus marcas", "no truck identifier: impossible trips between posts are not looked for, and duplicates only by all their stamps"));
        return lacks;
    }
}
