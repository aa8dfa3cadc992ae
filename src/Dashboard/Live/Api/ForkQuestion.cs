using System.Text.Json;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin.Forecasts;

namespace CorridorTwin.Dashboard.Live.Api;

/// <summary>What if, from now: all of it at once.</summary>
public sealed record ForkQuestion
{
    /// <summary>Hours ahead, 1 to 24.</summary>
    public int Hours { get; init; } = 12;

    /// <summary>Pairs of futures, 2 to 1000.</summary>
    public int Replications { get; init; } = 200;

    /// <summary>Seed.</summary>
    public ulong Seed { get; init; } = 2024;

    /// <summary>From this instant; null for the twin's clock.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>With what was known at this one; null for today.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>Measures of the strategy.</summary>
    public IReadOnlyList<MeasureQuestion> Measures { get; init; } = [];

    /// <summary>Posts that close.</summary>
    public IReadOnlyList<ClosureQuestion> Closures { get; init; } = [];

    /// <summary>Changes of staff.</summary>
    public IReadOnlyList<StaffQuestion> Staff { get; init; } = [];

    private const string Where = "body";
    private const double LongestHours = 24 * 7;
    private const int Most = 20;

    /// <summary>Reads one; anything wrong is one clear line.</summary>
    internal static ForkQuestion Read(ReadOnlySpan<byte> json)
    {
        try
        {
            ForkQuestion question = JsonSerializer.Deserialize<ForkQuestion>(json, ApiJson.Strict) ?? throw ApiException.Bad(Where, "", "null", new("no es un objeto JSON", "is not a JSON object"));
            question.Check();
            return question;
        }
        catch (JsonException wrong)
        {
            string path = wrong.Path is { Length: > 2 } said ? said[2..] : "";
            throw ApiException.Bad(Where, path, null, new("no se entiende como JSON de esta pregunta", "is not understood as JSON of this question"), new("lo que dice /api/v1/openapi.json", "what /api/v1/openapi.json says"));
        }
    }

    /// <summary>The forecast it asks for.</summary>
    internal ForecastRequest Request => new() { Hours = Hours, Replications = Replications, Seed = Seed, At = At, KnownAt = KnownAt };

    /// <summary>The change it asks for.</summary>
    internal WhatIf Change => new()
    {
        Measures = [.. Measures.Select(m => new MeasureApplication(m.Measure) { Posts = m.Posts, Intensity = m.Intensity })],
        Closures = [.. Closures.Select(c => new Closure(c.Post, c.InHours, c.Hours))],
        Staff = [.. Staff.Select(s => new StaffChange(s.Post, s.Side, s.Dir, s.Lane, s.By, s.InHours, s.Hours))],
    };

    private void Check()
    {
        Range("hours", Hours, 1, 24);
        Range("replications", Replications, 2, 1000);
        int changes = Measures.Count + Closures.Count + Staff.Count;
        if (changes == 0) throw ApiException.Bad(Where, "", null, new("falta el cambio", "the change is missing"), new("measures, closures o staff", "measures, closures or staff"));
        if (changes > Most) throw ApiException.Bad(Where, "", $"{changes}", new("demasiados cambios", "too many changes"), new($"como máximo {Most}", $"at most {Most}"));
        foreach ((MeasureQuestion m, int i) in Measures.Select((m, i) => (m, i)))
        {
            if (MeasureCatalog.Find(m.Measure) is null) throw ApiException.Bad(Where, $"measures[{i}].measure", m.Measure, new("desconocida", "unknown"), Wording.OneOf(MeasureCatalog.Names), Nearest.To(m.Measure, MeasureCatalog.Names));
            Range($"measures[{i}].intensity", m.Intensity, 0, 1);
        }
        foreach ((ClosureQuestion c, int i) in Closures.Select((c, i) => (c, i))) Span($"closures[{i}]", c.InHours, c.Hours);
        foreach ((StaffQuestion s, int i) in Staff.Select((s, i) => (s, i)))
        {
            Span($"staff[{i}]", s.InHours, s.Hours);
            Range($"staff[{i}].by", s.By, -100, 100);
        }
    }

    private static void Span(string field, double inHours, double hours)
    {
        Range($"{field}.inHours", inHours, 0, 24);
        Range($"{field}.hours", hours, 1 / 60.0, LongestHours);
    }

    private static void Range(string field, double value, double least, double most)
    {
        if (value >= least && value <= most) return;
        throw ApiException.Bad(Where, field, FormattableString.Invariant($"{value}"), new("fuera de rango", "out of range"), new(FormattableString.Invariant($"de {least:0.###} a {most}"), FormattableString.Invariant($"{least:0.###} to {most}")), FormattableString.Invariant($"{(value < least ? least : most):0.###}"));
    }
}

/// <summary>A measure of the strategy.</summary>
/// <param name="Measure">Its name, such as <c>smart-border</c>.</param>
public sealed record MeasureQuestion(string Measure)
{
    /// <summary>The posts; null for all.</summary>
    public IReadOnlyList<string>? Posts { get; init; }

    /// <summary>Strength, 0 to 1.</summary>
    public double Intensity { get; init; } = 1;
}

/// <summary>A post that closes.</summary>
public sealed record ClosureQuestion
{
    /// <summary>Which; null for all.</summary>
    public string? Post { get; init; }

    /// <summary>Hours from now until it closes.</summary>
    public double InHours { get; init; }

    /// <summary>Hours it stays closed.</summary>
    public required double Hours { get; init; }
}

/// <summary>More or fewer staff at a lane.</summary>
public sealed record StaffQuestion
{
    /// <summary>The post.</summary>
    public required string Post { get; init; }

    /// <summary>The country; null for both.</summary>
    public string? Side { get; init; }

    /// <summary>Direction; null for both.</summary>
    public Direction? Dir { get; init; }

    /// <summary>The lane, as the baseline file calls it.</summary>
    public required string Lane { get; init; }

    /// <summary>How many more; below zero fewer.</summary>
    public required int By { get; init; }

    /// <summary>Hours from now until it begins.</summary>
    public double InHours { get; init; }

    /// <summary>Hours it lasts.</summary>
    public required double Hours { get; init; }
}
