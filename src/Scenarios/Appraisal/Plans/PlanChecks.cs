using System.Globalization;
using CorridorTwin.Scenarios.Baseline;
using CorridorTwin.Scenarios.Inputs;

namespace CorridorTwin.Scenarios.Appraisal.Plans;

/// <summary>What a plan's parts must be to each other: years in order, nothing earned before what earns it stands.</summary>
internal static class PlanChecks
{
    public static void Whole(MapNode map, string path, Checking context)
    {
        int start = Of(map, "start"), opening = Of(map, "opening"), simulated = Of(map, "simulated-until");
        int last = opening + (int)PlanShapes.Years.Read(map["life"]!) - 1;
        void Refuse(string key, Bilingual message, Bilingual expected) => context.Problems.Add(map[key]!, key, message, expected);
        if (start < Of(map, "prices")) Refuse("start", new("antes del año de los precios", "before the price year"), new($"{Of(map, "prices")} o después", $"{Of(map, "prices")} or later"));
        if (opening < start) Refuse("opening", new("antes del año 0", "before year 0"), new($"{start} o después", $"{start} or later"));
        if (simulated < opening || simulated > last) Refuse("simulated-until", new("fuera de los años de operación", "outside the years of operation"), new($"de {opening} a {Math.Min(last, BaselineShapes.LastYear)}", $"{opening} to {Math.Min(last, BaselineShapes.LastYear)}"));
        if (last > PlanShapes.LastYear) Refuse("life", new("demasiado larga", "too long"), new($"a lo más {PlanShapes.LastYear - opening + 1} years", $"at most {PlanShapes.LastYear - opening + 1} years"));
        if (context.Problems.Any) return;
        ListNode capital = (ListNode)map["capital"]!;
        for (int i = 0; i < capital.Items.Count; i++) Spending((MapNode)capital.Items[i], Paths.Item("capital", i), start, opening, context);
        ListNode? operating = map["operating"] as ListNode;
        for (int i = 0; i < (operating?.Items.Count ?? 0); i++) Operating((MapNode)operating!.Items[i], Paths.Item("operating", i), start, last, context);
        SameItem([.. capital.Items.Concat(operating?.Items ?? []).Cast<MapNode>()], context);
        foreach (MapNode line in capital.Items.Concat(operating?.Items ?? []).Cast<MapNode>().Where(l => l.Word("prices") == "nominal" && map["inflation"] is null))
            context.Problems.Add(line["prices"]!, "prices", new("un monto nominal sin deflactor", "a nominal amount without a deflator"), new("inflation con su fuente, o prices: real", "inflation with its source, or prices: real"));
        if (map["delays"] is ListNode delays && Math.Abs(delays.Items.Sum(d => PlanShapes.FactShare.Read(((MapNode)d)["probability"]!)) - 1) > 1e-9)
            context.Problems.Add(delays, "delays", new("las probabilidades no suman 100 %", "probabilities do not add up to 100 %"));
        if (map["declining"] is ListNode steps) Declining(steps, context);
        if (map["partnership"] is MapNode p && PlanShapes.Years.Read(p["payments"]!) > last - opening + 1)
            context.Problems.Add(p["payments"]!, "partnership.payments", new("más años que los de operación", "more years than those of operation"), new($"a lo más {last - opening + 1} years", $"at most {last - opening + 1} years"));
    }

    private static int Of(MapNode map, string key) => (int)PlanShapes.Year.Read(map[key]!);

    private static void Spending(MapNode item, string path, int start, int opening, Checking context)
    {
        string at = Paths.Join(path, "spending");
        double sum = 0;
        foreach (MapEntry year in item.Rows("spending"))
        {
            sum += PlanShapes.FactShare.Read(year.Value);
            var expected = new Bilingual($"un año de {start} a {opening - 1}", $"a year from {start} to {opening - 1}");
            if (!int.TryParse(year.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int spent)) context.Problems.Add(new InputProblem(year.KeyMark, at, year.Key, new("no es un año", "not a year"), expected));
            else if (spent < start) context.Problems.Add(new InputProblem(year.KeyMark, at, year.Key, new("antes del año 0", "before year 0"), expected));
            else if (spent >= opening && spent != start)
                context.Problems.Add(new InputProblem(year.KeyMark, at, year.Key, new("se gasta en la apertura o después: habría beneficios antes de que exista lo que los da", "spent at opening or later: there would be benefits before what brings them stands"), expected));
        }
        if (item["spending"] is MapNode table && Math.Abs(sum - 1) > 1e-9)
            context.Problems.Add(table, at, new($"las partes suman {sum * 100:0.##} %", FormattableString.Invariant($"the parts add up to {sum * 100:0.##} %")), Bilingual.Same("100 %"));
    }

    private static void Operating(MapNode item, string path, int start, int last, Checking context)
    {
        int from = Of(item, "from"), until = item["until"] is null ? last : Of(item, "until");
        if (from < start || from > last) context.Problems.Add(item["from"]!, Paths.Join(path, "from"), new("fuera de los años del plan", "outside the years of the plan"), new($"de {start} a {last}", $"{start} to {last}"));
        else if (until < from || until > last) context.Problems.Add(item["until"]!, Paths.Join(path, "until"), new("fuera de los años del plan", "outside the years of the plan"), new($"de {from} a {last}", $"{from} to {last}"));
    }

    private static void SameItem(IReadOnlyList<MapNode> items, Checking context)
    {
        foreach (IGrouping<string?, MapNode> same in items.GroupBy(i => i.Word("item")))
            foreach (MapNode again in same.Skip(1))
                context.Problems.Add(again["item"]!, "item", new("dos costos con un mismo nombre: uno contaría dos veces", "two costs of one name: one would count twice"), new("otro nombre", "another name"));
    }

    private static void Declining(ListNode steps, Checking context)
    {
        int before = 0;
        foreach (MapNode step in steps.Items.Cast<MapNode>())
        {
            int from = int.Parse(step.Word("from")!, CultureInfo.InvariantCulture);
            if (before == 0 ? from != 1 : from <= before)
                context.Problems.Add(step["from"]!, "declining.from", new("los tramos no suben desde el año 1", "steps do not rise from year 1"), before == 0 ? Bilingual.Same("1") : new($"{before + 1} o después", $"{before + 1} or later"));
            before = from;
        }
    }
}
