using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Rollouts.Matrix;

namespace CorridorTwin.Scenarios.Rollouts;

/// <summary>The declaration of a rollout file.</summary>
public static class RolloutShapes
{
    internal static readonly NumberShape Year = new(UnitFamily.Year) { Least = MatrixRow.FirstYear, Most = MatrixRow.LastYear, Integer = true, Fact = true };
    internal static readonly NumberShape Level = new(UnitFamily.Bare) { Least = 0, Most = 1000 };
    internal static readonly NumberShape Share = new(UnitFamily.Share) { Least = 0, Most = 1 };
    internal static readonly NumberShape Lost = new(UnitFamily.Share) { Least = 0, Most = 0.9 };
    internal static readonly NumberShape Trucks = new(UnitFamily.Trucks) { Least = 1, Most = 100_000, Integer = true };
    internal static readonly NumberShape Hours = new(UnitFamily.Duration) { Least = 1, Most = 30 * 1440 };
    internal static readonly NumberShape Staff = new(UnitFamily.Bare) { Least = 1, Most = 20, Integer = true };
    internal static readonly NumberShape Region = new(UnitFamily.Of(new("un número de puestos", "a number of posts"), "17 posts", "posts")) { Least = 10, Most = 1000, Integer = true };
    internal static readonly NumberShape Late = new(UnitFamily.Of(new("un número de años", "a number of years"), "1 years", "years")) { Least = 1, Most = 10, Integer = true, Fact = true };
    internal static readonly NumberShape Days = new(UnitFamily.Of(new("un número de días", "a number of days"), "28 d", "d")) { Least = 1, Most = 366, Integer = true, Fact = true };
    internal static readonly NumberShape WarmUp = new(UnitFamily.Of(new("un número de días", "a number of days"), "28 d", "d")) { Least = 0, Most = 364, Integer = true, Fact = true };
    internal static readonly ListShape SideList = new(new NameShape(NameSets.Sides)) { Least = 1, Whole = NoTwice };

    private static readonly MapShape CountsShape = new(
        new Field("as", ChoiceShape.Of<CountsAs>(), new("Cómo un conteo de puestos de la región se vuelve un número de lados.", "How a count of posts of the region becomes a number of sides."), Required: true),
        new Field("region", Region, new("Puestos de la región: la estrategia no los enumera.", "Posts of the region: the strategy does not list them."), Required: true, Source: true));

    /// <summary>Year by side, or one year for all.</summary>
    internal static readonly TableShape YearBySide = new(Year) { Set = NameSets.Sides };

    private static readonly MapShape StatusShape = new(
        new Field("text", BaselineShapes.BothLanguages, new("Cómo estaba a fines de 2023.", "How it stood at the end of 2023."), Required: true),
        new Field("stands", new ListShape(new NameShape(NameSets.Measures)), new("Medidas que ya rigen allí.", "Measures that stand there already.")),
        new Field("source", new NameShape(NameSets.Sources), new("Fila de la tabla de fuentes.", "Row of the table of sources.")));

    private static readonly MapShape DelayShape = new(
        new Field("line", TextShape.Words, new("Qué se atrasa: medida o condición.", "What is late: a measure or a condition."), Required: true),
        new Field("sides", SideList, new("Dónde; en todas partes si falta.", "Where; everywhere if absent.")),
        new Field("years", Late, new("Cuántos años.", "By how many years."), Required: true),
        new Field("because", BaselineShapes.BothLanguages, new("Por qué.", "Why."), Required: true));

    private static readonly MapShape WorksShape = new(
        new Field("sides", SideList, new("Lados en obra.", "Sides under construction."), Required: true),
        new Field("years", new ListShape(Year) { Least = 1, Most = 2 }, new("Primer y último año.", "First and last year."), Required: true),
        new Field("capacity-lost", Lost, new("Parte de las horas de personal que no se puede trabajar mientras se construye.", "Share of staff-hours that cannot be worked while it is built."), Required: true, Source: true),
        new Field("committed", ChoiceShape.Flag, new("Se construye con o sin la estrategia.", "Built with or without the strategy.")),
        new Field("because", BaselineShapes.BothLanguages, new("Qué se construye.", "What is built."), Required: true))
    {
        Whole = (map, path, context) =>
        {
            InputNode[] years = [.. ((ListNode)map["years"]!).Items];
            if (Year.Read(years[^1]) < Year.Read(years[0])) context.Problems.Add(years[^1], Paths.Join(path, "years"), new("antes del primero", "before the first"), new($"{Year.Read(years[0])} o después", $"{Year.Read(years[0])} or later"));
        },
    };

    private static readonly MapShape YieldShape = new(
        new Field("defer-from", Trucks, new("Camiones en la fila de la carretera desde los que algunos aplazan el cruce.", "Trucks waiting on the road from which some put the crossing off."), Required: true, Source: true),
        new Field("defer-share", Share, new("Parte que lo aplaza.", "Share that does."), Required: true, Source: true),
        new Field("defer-time", Hours, new("Por cuánto tiempo.", "For how long."), Required: true, Source: true),
        new Field("divert-from", Trucks, new("Camiones desde los que algunos cruzan por otra parte.", "Trucks from which some cross elsewhere."), Required: true, Source: true),
        new Field("divert-share", Share, new("Parte que lo hace.", "Share that does."), Required: true, Source: true),
        new Field("extra-from", Trucks, new("Camiones ante una estación con personal desde los que viene personal adicional.", "Trucks before a staffed station from which extra staff come."), Source: true),
        new Field("extra-staff", Staff, new("Cuántos vienen.", "How many come."), Source: true),
        new Field("when-closed", ChoiceShape.Flag, new("Vienen también cuando no hay nadie de turno.", "They come also when nobody is scheduled.")));

    private static readonly MapShape WeekShape = new(
        new Field("title", BaselineShapes.BothLanguages, new("Cómo se llaman.", "What they are called."), Required: true),
        new Field("start", new DayRuleShape(), new("Día en que, o después del cual, está su primer lunes; sin fechas si falta.", "Day on or after which their first Monday is; without dates if absent.")),
        new Field("days", Days, new("Días medidos.", "Days measured."), Required: true),
        new Field("warm-up", WarmUp, new("Días simulados antes: semanas enteras.", "Days simulated before: whole weeks."), Required: true),
        new Field("stands-for", Days, new("Días del año a los que representan.", "Days of the year they stand for."), Required: true),
        new Field("steady", ChoiceShape.Flag, new("Son iguales entre sí: un resultado que cambia con cuánto se mide se rechaza.", "They are alike: a result that changes with how long one measures is refused.")))
    {
        Whole = (map, path, context) =>
        {
            int days = (int)WarmUp.Read(map["warm-up"]!);
            if (Periods.WarmUp(days, out int nearest) is { } fault) context.Problems.Add(map["warm-up"]!, Paths.Join(path, "warm-up"), fault, new("un múltiplo de 7", "a multiple of 7"), $"{nearest} d");
        },
    };

    /// <summary>The whole file.</summary>
    public static MapShape File(IReadOnlyList<IMeasure> catalogue) => new(
        new Field("id", TextShape.Id, new("Id de la implementación.", "Id of the rollout."), Required: true),
        new Field("title", BaselineShapes.BothLanguages, new("Su nombre.", "Its name."), Required: true),
        new Field("description", BaselineShapes.BothLanguages, new("Qué es.", "What it is."), Required: true),
        new Field("baseline", new NameShape(NameSets.Scenarios), new("La línea base de la que parte.", "The baseline it starts from."), Required: true),
        new Field("counts", CountsShape, new("Cómo los conteos de la región se vuelven lados.", "How counts of the region become sides."), Required: true),
        new Field("effect", new ChoiceShape("same-year", "next-year"), new("Si lo que una celda cuenta rige desde ese año o desde el siguiente.", "Whether what a cell counts is in force from that year or from the next."), Required: true),
        new Field("status", new TableShape(StatusShape) { Set = NameSets.Sides }, new("Los lados a fines de 2023.", "The sides at the end of 2023.")),
        new Field("lines", new ListShape(new RolloutLineShape(catalogue)) { Least = 1, Most = 100 }, new("Medidas y condiciones, con la fila de la matriz que dice cuándo.", "Measures and conditions, with the row of the matrix that says when."), Required: true),
        new Field("delays", new ListShape(DelayShape), new("Atrasos.", "Delays.")),
        new Field("committed", new ListShape(new CommitmentShape(catalogue)), new("Lo que ya está o está contratado, con o sin la estrategia.", "What stands or is under contract, with or without the strategy.")),
        new Field("works", new ListShape(WorksShape), new("Lados en obra.", "Sides under construction.")),
        new Field("yield", YieldShape, new("Lo que cede donde las filas crecen, en ambos casos.", "What gives way where lines grow, in both cases.")),
        new Field("weeks", new TableShape(WeekShape), new("Las semanas que representan un año.", "The weeks that stand for a year."), Required: true),
        new Field("own", new TableShape(new TableShape(Level) { Keys = [.. MatrixRow.Years.Select(y => y.ToString(System.Globalization.CultureInfo.InvariantCulture))] }) { Set = NameSets.MatrixRows }, new("Sus propios niveles por fila y año, para --reading own.", "Your own levels by row and year, for --reading own.")))
    { Whole = RolloutChecks.Whole };

    private static void NoTwice(ListNode list, string path, Checking context)
    {
        foreach (IGrouping<string, ScalarNode> same in list.Items.Cast<ScalarNode>().GroupBy(i => i.Value))
            foreach (ScalarNode again in same.Skip(1)) context.Problems.Add(again, path, new("dos veces el mismo lado", "the same side twice"));
    }
}
