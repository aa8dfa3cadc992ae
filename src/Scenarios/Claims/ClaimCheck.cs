using CorridorTwin.Scenarios.Experiments;
using CorridorTwin.Scenarios.Indicators;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Rollouts;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Claims;

/// <summary>How a claim stands beside what the model gives.</summary>
public enum ClaimVerdict
{
    /// <summary>The model gives as much, or more, beyond chance.</summary>
    Holds,
    /// <summary>The model gives less, beyond chance.</summary>
    DoesNotHold,
    /// <summary>The runs made cannot tell.</summary>
    CannotTell,
    /// <summary>The model has no mechanism for it.</summary>
    NotByThisTool,
}

/// <summary>One number of the model beside a claim.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">With its interval.</param>
/// <param name="Unit">Its unit.</param>
public sealed record ClaimFigure(Bilingual Name, Interval Value, string Unit);

/// <summary>A claim beside what a simulated rollout gives, and what would have to be true for it to hold.</summary>
/// <remarks>A modelled effect is never shown as a measured one: a verdict says what the model gives under its assumptions.</remarks>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">How it stands.</param>
/// <param name="Figures">What the model gives; the first is what the verdict rests on.</param>
/// <param name="Needs">What would have to be true.</param>
public sealed record ClaimCheck(Claim Claim, ClaimVerdict Verdict, IReadOnlyList<ClaimFigure> Figures, IReadOnlyList<Bilingual> Needs)
{
    /// <summary>Export growth lost for each day more in customs, per cent (Volpe Martincus and Graziano 2012; field data C3.15).</summary>
    public const double ExportsPerDay = -1.4;

    private static readonly Figures Plain = new();

    /// <summary>Checks claims against the last year of a rollout.</summary>
    public static IReadOnlyList<ClaimCheck> Of(StrategyTable table, IReadOnlyList<Claim> claims)
    {
        (YearRun without, YearRun with) = table.Run.Years[^1];
        var border = new BorderYear(without, with);
        return [.. claims.Select(c => c.Kind switch
        {
            ClaimKind.Time => Time(table, c, without, with),
            ClaimKind.Saving => Saving(c, border, with.Year),
            ClaimKind.Volume => Volume(c, border, with.Year),
            _ => new ClaimCheck(c, ClaimVerdict.NotByThisTool, [], []),
        })];
    }

    private static ClaimCheck Time(StrategyTable table, Claim claim, YearRun without, YearRun with)
    {
        IndicatorRow row = table.Row(claim.Of);
        int year = with.Year;
        bool refused = table.Refused(year, RolloutCase.With) || table.Refused(year, RolloutCase.Without);
        Interval cut = table.PercentByStrategy(row, year), since = table.PercentSinceFirst(row, year);
        double before = table.Value(row, year, RolloutCase.Without).Mean.Mean, after = table.Value(row, year, RolloutCase.With).Mean.Mean, goal = before * (1 + claim.Value / 100);
        var needs = new List<Bilingual>();
        if (after > goal)
        {
            double waiting = Mean(with, row, v => v.Mean - v.Service - v.Move), less = after - goal;
            needs.Add(new(
                $"una operación tendría que durar {H(goal)} h en {year}, {H(less)} h menos que con la estrategia: {(less <= waiting ? $"el {P(less / waiting)} de la espera que queda ({H(waiting)} h)" : $"más que toda la espera que queda ({H(waiting)} h)")}",
                $"an operation would have to take {H(goal)} h in {year}, {H(less)} h less than with the strategy: {(less <= waiting ? $"{P(less / waiting)} of the wait that is left ({H(waiting)} h)" : $"more than all the wait that is left ({H(waiting)} h)")}"));
        }
        else
        {
            int reachedIn = table.Years.First(y => y == year || table.PercentByStrategy(row, y).High <= claim.Value);
            int measures = table.Run.Plan.Rollout.Lines.Count(l => l.Use is not null && table.Run.Plan.Count(l.Name, reachedIn) > 0);
            needs.Add(new(
                $"las {measures} medidas previstas hasta {reachedIn} tendrían que estar en vigor donde el plan las pone, y ser tan fuertes como se supone; antes de ese año no se alcanza entre los simulados",
                $"the {measures} measures planned by {reachedIn} would have to be in force where the plan puts them, and as strong as is assumed; among the years simulated none before reaches it"));
        }
        IndicatorRow[] cells = [.. table.Rows.Where(r => !r.IsCorridor && double.IsFinite(table.Value(r, year, RolloutCase.With).Mean.Mean))];
        IndicatorRow[] reached = [.. cells.Where(r => table.PercentByStrategy(r, year).High <= claim.Value)];
        if (row.IsCorridor)
            needs.Add(reached.Length == 0
                ? new($"en ninguna de las {cells.Length} casillas de la tabla 2 se alcanza más allá del azar", $"in none of the {cells.Length} cells of Table 2 is it reached beyond chance")
                : new(
                    $"todo el corredor tendría que ir como {reached.Length} de sus {cells.Length} casillas, donde se alcanza: {string.Join(", ", reached.Select(r => r.Key))}",
                    $"the whole corridor would have to go as {reached.Length} of its {cells.Length} cells, where it is reached: {string.Join(", ", reached.Select(r => r.Key))}"));
        return new ClaimCheck(claim, refused ? ClaimVerdict.CannotTell : Against(cut, claim.Value),
        [
            new(new($"{row.Key} en {year}, con la estrategia frente a sin ella", $"{row.Key} in {year}, with the strategy against without"), cut, "%"),
            new(new($"{row.Key} en {year} frente a {table.Years[0]}, demanda incluida", $"{row.Key} in {year} against {table.Years[0]}, demand included"), since, "%"),
        ], needs);
    }

    private static ClaimCheck Saving(Claim claim, BorderYear border, int year)
    {
        Interval saved = border.Saved, crossings = border.Crossings, hours = border.HoursSaved, all = border.HoursWithout;
        double hour = saved.Mean / (crossings.Mean * hours.Mean), needed = claim.Value / (crossings.Mean * hour);
        return new ClaimCheck(claim, Against(Negated(saved), -claim.Value),
        [
            new(new($"ahorro de {year}", $"saved in {year}"), saved, "USD"),
            new(new("cruces al año", "crossings a year"), crossings, ""),
            new(new("horas ahorradas por cruce, ambos lados", "hours saved a crossing, both sides"), hours, "h"),
        ],
        [
            new(
                $"un cruce tendría que ahorrar {H(needed)} h; {(needed > all.Mean ? $"sin la estrategia dura {H(all.Mean)} h en total" : $"son el {P(needed / all.Mean)} de lo que dura sin la estrategia")}",
                $"a crossing would have to save {H(needed)} h; {(needed > all.Mean ? $"without the strategy it takes {H(all.Mean)} h in all" : $"that is {P(needed / all.Mean)} of what it takes without the strategy")}"),
            new(
                $"una hora de camión tendría que valer US${N(claim.Value / (crossings.Mean * hours.Mean))}, en lugar de los US${N(hour)} del modelo",
                $"a truck-hour would have to be worth US${N(claim.Value / (crossings.Mean * hours.Mean))}, instead of the model's US${N(hour)}"),
            new(
                $"tendría que haber {N(claim.Value / (hours.Mean * hour) / 1e6, 1)} millones de cruces al año, en lugar de {N(crossings.Mean / 1e6, 2)}",
                $"there would have to be {N(claim.Value / (hours.Mean * hour) / 1e6, 1)} million crossings a year, instead of {N(crossings.Mean / 1e6, 2)}"),
        ]);
    }

    private static ClaimCheck Volume(Claim claim, BorderYear border, int year)
    {
        Interval cost = border.CostPercent, hours = border.HoursSaved;
        double elasticity = Math.Log(1 + claim.Value / 100) / Math.Log(1 + cost.Mean / 100), published = -ExportsPerDay * hours.Mean / 24;
        return new ClaimCheck(claim, ClaimVerdict.NotByThisTool,
        [
            new(new($"costo por cruce en {year}, con la estrategia frente a sin ella", $"cost of a crossing in {year}, with the strategy against without"), cost, "%"),
            new(new("horas ahorradas por cruce, ambos lados", "hours saved a crossing, both sides"), hours, "h"),
        ],
        [
            new(
                $"el comercio tendría que responder al costo de cruzar con una elasticidad de {N(elasticity, 2)}; con lo publicado (1.4 % menos de crecimiento exportador por día más, Uruguay) esas horas dan {N(published, 1)} %",
                $"trade would have to answer to the cost of crossing with an elasticity of {N(elasticity, 2)}; by what is published (1.4 % less export growth for each day more, Uruguay) those hours give {N(published, 1)} %"),
        ]);
    }

    /// <summary>A cut claimed beside the cut the model gives: both negative.</summary>
    private static ClaimVerdict Against(Interval given, double claimed) =>
        given.High <= claimed ? ClaimVerdict.Holds : given.Low > claimed ? ClaimVerdict.DoesNotHold : ClaimVerdict.CannotTell;

    private static Interval Negated(Interval i) => new(-i.Mean, -i.High, -i.Low, i.Count);

    private static double Mean(YearRun year, IndicatorRow row, Func<RowValue, double> of)
    {
        RowValue[] Of(WeekRun w, RowKey key) => [.. w.Replications.Where(r => r.Rows.ContainsKey(key)).Select(r => r.Rows[key])];
        double count = 0, sum = 0;
        foreach (WeekRun week in year.Weeks)
            foreach (RowKey key in row.Keys)
                foreach (RowValue v in Of(week, key)) (count, sum) = (count + week.Weight * v.Count, sum + week.Weight * v.Count * of(v));
        return sum / count;
    }

    private static string H(double hours) => Plain.Rounded(hours, hours < 10 ? 1 : 0);

    private static string N(double value, int decimals = 0) => Plain.Rounded(value, decimals);

    private static string P(double share) => Plain.Rounded(100 * share, 0) + " %";
}
