using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CorridorTwin.Cli.CommandLine;
using CorridorTwin.Cli.Output;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Measures;
using CorridorTwin.Scenarios.Reports;
using CorridorTwin.Scenarios.Statistics;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Twin;
using CorridorTwin.Twin.Forecasts;
using Spectre.Console;

namespace CorridorTwin.Cli.Commands;

internal sealed partial class TwinCommand
{
    private static readonly JsonSerializerOptions Named = new(JsonSerializerDefaults.Web) { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static int Ahead(Call call, string path, string action, string format, DateTimeOffset? at, DateTimeOffset? known)
    {
        var problems = new Problems();
        bool given = Hours.Given(call.Parsed, problems) is not null;
        int hours = given ? (int)Hours.Read(call.Parsed, problems) : 12;
        if (hours > 24) problems.Add(new InputProblem(Mark.Whole("corridor"), Hours.Name, $"{hours}", new("fuera de rango", "out of range"), new("un número entero de 1 a 24", "a whole number from 1 to 24"), "24"));
        var request = new ForecastRequest
        {
            Hours = hours, Replications = (int)Replications.Read(call.Parsed, problems), Seed = CommandLine.Settings.Seed.Read(call.Parsed, problems), Threads = (int)CommandLine.Settings.Threads.Read(call.Parsed, problems), At = at, KnownAt = known,
        };
        WhatIf change = Change(call, problems);
        if (action == "fork" && change.Measures.Count + change.Closures.Count + change.Staff.Count == 0)
            problems.Add(new InputProblem(Mark.Whole("corridor"), "fork", null, new("falta el cambio", "the change is missing"), new("--close, --staff o --measure", "--close, --staff or --measure")));
        if (problems.Any) throw new InputException(problems.All);
        CorridorModel model = (ScenarioSource.Plain(call).Folder.Baselines is [var baseline] ? baseline : throw new InputException([new InputProblem(Mark.Whole("corridor"), "--scenarios", null, new("no hay una línea base, o hay más de una", "there is no baseline, or more than one"))])).Model;
        LiveTwin twin = LiveTwin.Open(path, new TwinOptions { ReadOnly = true, Corridor = model });
        try
        {
            if (action == "forecast") Show(call, format, twin.Forecast(request, call.Cancellation));
            else Show(call, format, twin.Fork(request, change, call.Cancellation));
            return ExitCode.Done;
        }
        catch (ArgumentException wrong) when (wrong is not ArgumentOutOfRangeException)
        {
            throw new InputException([new InputProblem(Mark.Whole("corridor"), "fork", null, new("no existe: " + wrong.Message, wrong.Message))]);
        }
        finally
        {
            twin.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static WhatIf Change(Call call, Problems problems)
    {
        double inHours = In.Read(call.Parsed, problems) / 60.0, hours = For.Read(call.Parsed, problems) / 60.0;
        var change = new WhatIf();
        if (Close.Given(call.Parsed, problems) is { } post) change = change with { Closures = [new Closure(post == "all" ? null : post, inHours, hours)] };
        if (Measure.Given(call.Parsed, problems) is { } measure)
        {
            if (MeasureCatalog.Find(measure) is null) problems.Add(new InputProblem(Mark.Whole("corridor"), Measure.Name, measure, new("desconocida", "unknown"), new($"una de {string.Join(", ", MeasureCatalog.Names)}", $"one of {string.Join(", ", MeasureCatalog.Names)}"), Nearest.To(measure, MeasureCatalog.Names)));
            else change = change with { Measures = [new MeasureApplication(measure)] };
        }
        if (Staff.Given(call.Parsed, problems) is { } staff)
        {
            Match m = Regex.Match(staff, @"^([^/=]+)/(N2S|S2N)/([A-Z]{2})/([^/=]+)=([+-]?\d{1,3})$");
            if (m.Success) change = change with { Staff = [new StaffChange(m.Groups[1].Value, m.Groups[3].Value, Enum.Parse<Direction>(m.Groups[2].Value), m.Groups[4].Value, int.Parse(m.Groups[5].Value, CultureInfo.InvariantCulture), inHours, hours)] };
            else problems.Add(new InputProblem(Mark.Whole("corridor"), Staff.Name, staff, new("no se entiende", "is not understood"), StaffTakes));
        }
        return change;
    }

    private static void Show(Call call, string format, Forecast f)
    {
        TextWriter to = call.Terminal.Out;
        if (format == "json")
        {
            to.Write(JsonSerializer.Serialize(new { from = f.From, hours = f.Request.Hours, replications = f.Request.Replications, seed = f.Request.Seed, model = f.Model, state = f.State, events = f.Events, trucks = f.Trucks, notPlaced = f.NotPlaced, sides = f.Sides.Select(Fan), timeLeft = f.TruckFans }, Named) + "\n");
            return;
        }
        if (format == "csv")
        {
            to.Write("post,dir,side,hour,line_p05,line_p25,line_p50,line_p75,line_p95,inside_p50,side_hours_p05,side_hours_p50,side_hours_p95\n");
            foreach (SideFan s in f.Sides)
                for (int h = 0; h < s.Line.Count; h++)
                    to.Write(string.Create(CultureInfo.InvariantCulture, $"{s.Post},{s.Dir},{s.Side},{h},{s.Line[h].P05},{s.Line[h].P25},{s.Line[h].P50},{s.Line[h].P75},{s.Line[h].P95},{s.Inside[h].P50},{s.SideHours[h].P05:F2},{s.SideHours[h].P50:F2},{s.SideHours[h].P95:F2}\n"));
            return;
        }
        Tongue tongue = call.Tongue;
        int[] at = [.. new[] { 1, 3, 6, 12, 24 }.Where(h => h <= f.Request.Hours).Append(f.Request.Hours).Distinct()];
        to.WriteLine(tongue.Say($"Pronóstico desde {Clock(f.From)}: {f.Trucks} vehículos, {f.Request.Replications} futuros; mediana y, entre paréntesis, 90 % de ellos", $"Forecast from {Clock(f.From)}: {f.Trucks} vehicles, {f.Request.Replications} futures; median and, in brackets, 90 % of them"));
        if (f.NotPlaced.Count > 0) to.WriteLine(tongue.Say($"{f.NotPlaced.Count} camión(es) no tienen lugar en este corredor y faltan", $"{f.NotPlaced.Count} truck(s) have no place in this corridor and are left out"));
        to.WriteLine(tongue.Say("Camiones en la vía de acceso y la primera puerta:", "Trucks on the approach and at the first gate:"));
        Table table = TextTable.Create([(tongue.Say("Puesto, sentido, lado", "Post, direction, side"), false), (tongue.Say("Ahora", "Now"), true), .. at.Select(h => ($"+{h} h", true)), (tongue.Say("Horas en el lado", "Hours at the side"), true)]);
        foreach (SideFan s in f.Sides)
        {
            string Range(Band b, string shape) => double.IsNaN(b.P50) ? "–" : $"{b.P50.ToString(shape, CultureInfo.InvariantCulture)} ({b.P05.ToString(shape, CultureInfo.InvariantCulture)}–{b.P95.ToString(shape, CultureInfo.InvariantCulture)})";
            table.Add([$"{s.Post} {s.Dir} {s.Side}", s.Line[0].P50.ToString("F0", CultureInfo.InvariantCulture), .. at.Select(h => Range(s.Line[h], "F0")), Range(s.SideHours[^1], "F1")]);
        }
        to.Write(TextTable.Render(table, call.Terminal.Width));
    }

    private static object Fan(SideFan s) => new { post = s.Post, dir = s.Dir.ToString(), side = s.Side, line = s.Line, inside = s.Inside, sideHours = s.SideHours };

    private static void Show(Call call, string format, Fork fork)
    {
        TextWriter to = call.Terminal.Out;
        if (format == "json")
        {
            to.Write(JsonSerializer.Serialize(new { from = fork.Unchanged.From, model = fork.Unchanged.Model, changed = fork.Changed.Model, seed = fork.Unchanged.Request.Seed, replications = fork.Unchanged.Request.Replications, sides = fork.Sides.Select(s => new { post = s.Post, dir = s.Dir.ToString(), side = s.Side, line = s.Line, truckHours = s.TruckHours, left = s.Left }) }, Named) + "\n");
            return;
        }
        if (format == "csv")
        {
            to.Write("post,dir,side,truck_hours,truck_hours_low,truck_hours_high,left,left_low,left_high\n");
            foreach (SideDifference s in fork.Sides) to.Write(string.Create(CultureInfo.InvariantCulture, $"{s.Post},{s.Dir},{s.Side},{s.TruckHours.Mean:F2},{s.TruckHours.Low:F2},{s.TruckHours.High:F2},{s.Left.Mean:F2},{s.Left.Low:F2},{s.Left.High:F2}\n"));
            return;
        }
        Tongue tongue = call.Tongue;
        to.WriteLine(tongue.Say($"Con el cambio menos sin él, desde {Clock(fork.Unchanged.From)}, {fork.Unchanged.Request.Hours} h, {fork.Unchanged.Request.Replications} pares de futuros; ± es el intervalo del 95 %", $"With the change less without it, from {Clock(fork.Unchanged.From)}, {fork.Unchanged.Request.Hours} h, {fork.Unchanged.Request.Replications} pairs of futures; ± is the 95 % interval"));
        Table table = TextTable.Create((tongue.Say("Puesto, sentido, lado", "Post, direction, side"), false), (tongue.Say("Horas-camión en el lado", "Truck-hours at the side"), true), (tongue.Say("Camiones que salen", "Trucks that leave"), true), (tongue.Say("En la línea al final", "In the line at the end"), true));
        foreach (SideDifference s in fork.Told) table.Add($"{s.Post} {s.Dir} {s.Side}", Said(s.TruckHours), Said(s.Left), Said(s.Line[^1]));
        if (fork.Told.Count > 0) to.Write(TextTable.Render(table, call.Terminal.Width));
        to.WriteLine(tongue.Say($"{fork.Sides.Count - fork.Told.Count} lados sin diferencia que se distinga del azar.", $"{fork.Sides.Count - fork.Told.Count} sides without a difference that can be told from chance."));

        static string Said(Interval i) => string.Create(CultureInfo.InvariantCulture, $"{i.Mean:+0.0;−0.0;0.0} ± {i.HalfWidth:F1}");
    }

    private static string Clock(DateTimeOffset t) => t.ToOffset(TimeSpan.FromHours(-6)).ToString("yyyy-MM-dd HH:mm 'UTC'z", CultureInfo.InvariantCulture);
}
