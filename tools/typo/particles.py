"""Which 的 ought to be 地 or 得, by the two characters before it and the two behind: rules/words/particle/odds-data.ts.

    python3 particles.py TARGET LEXICON [--weight PREFIX=N ...] TEXT...

LEXICON: a word a line; what is a word with 地 or 得 in it is no particle. TEXT: `source<TAB>sentence` a line, or .jsonl of {"src", "text"}. A row is kept where it speaks for 地 (得) and was met often enough;
what no row speaks for is 的. Rows are two characters and a letter: how much the row adds to the log odds, in quarters ('0' is none).
"""
import collections
import json
import math
import re
import sys

PLACE = re.compile('(?=([\u4e00-\u9fff]{2})([的地得])([\u4e00-\u9fff]{2}))')
# 地 in nouns (地方, 工地, 所在地), 得 in verbs (取得, 得到), 的 in words (目的, 的确): no particles.
BEHIND = set('方区位带点质块级市图产下面铁缘理价形震税基头段球域委县主租道热力表势上里')
BEFORE = set('土场各当本基营产耕用林草湿绿山园工属境内外阵战圣见天大实余田荒坡洼盆谷陆飞农宅空旧占高两此该之异就原驻某弃滩目等')
VERBS = set('不取获赢值使显懂免难觉记认晓博引变舍落省赚求夺所心')
REST = set('到以知出益了过来体当')
WORDS = set('目标端真似有别等在')
NOUNS = {'所在', '水源', '计划', '殖民', '表现'}
COMPLEMENTS = {'变得', '做得', '办得', '抓得', '搞得', '走得', '过得', '说得', '看得', '干得', '管得', '建得', '学得', '写得'}
LEAST = {'before': 20, 'behind': 8}
SMOOTH = 3.0


def is_particle(before, char, behind, lexicon):
    if char != '的' and not lexicon.isdisjoint((before + char, before[1] + char, char + behind[0], char + behind, before[1] + char + behind[0])) \
            and before[1] + char not in COMPLEMENTS:
        return False
    if char == '地':
        return before[1] != '多' and before not in NOUNS and behind[0] not in BEHIND and before[1] not in BEFORE
    if char == '得':
        return before[1] not in VERBS and behind[0] not in REST
    return before[1] not in WORDS and behind[0] not in '确士'


def lines(path, weights):
    for line in open(path, encoding='utf-8'):
        if path.endswith('.jsonl'):
            row = json.loads(line)
            source, text = row['src'], row['text']
        else:
            source, _, text = line.partition('\t')
        yield next((n for prefix, n in weights if source.startswith(prefix)), 1), text


def main():
    target, rest = sys.argv[1], sys.argv[3:]
    lexicon = {word for word in open(sys.argv[2], encoding='utf-8').read().split('\n') if 1 < len(word) < 4 and ('地' in word or '得' in word)}
    weights, files = [], []
    while rest:
        arg = rest.pop(0)
        if arg == '--weight':
            prefix, _, n = rest.pop(0).partition('=')
            weights.append((prefix, int(n)))
        else:
            files.append(arg)
    met = {'before': collections.defaultdict(lambda: [0, 0, 0]), 'behind': collections.defaultdict(lambda: [0, 0, 0])}
    base = [0, 0, 0]
    for path in files:
        for weight, text in lines(path, weights):
            for before, char, behind in PLACE.findall(text):
                if not is_particle(before, char, behind, lexicon):
                    continue
                k = '的地得'.index(char)
                base[k] += weight
                met['before'][before][k] += weight
                met['behind'][behind][k] += weight
    total = sum(base)
    out = ['/** Made by tools/typo/particles.py: what stands round 地 and 得 in official prose, and hardly ever round 的. Not to be edited. */', '']
    for k, name in ((1, 'di'), (2, 'de')):
        prior = math.log(base[k] / base[0])
        out.append(f'/** {"的地得"[k]} against 的, with nothing known: log odds. Rows: two characters, and a letter for what they add, in quarters from \'0\'. */')
        out.append(f'export const {name} = {{')
        out.append(f'  prior: {prior:.2f},')
        for side in ('before', 'behind'):
            rows = []
            for words, count in met[side].items():
                n = sum(count)
                if n < LEAST[side]:
                    continue
                share = (count[k] + SMOOTH * base[k] / total) / (count[0] + SMOOTH * base[0] / total)
                more = math.log(share) - prior
                if more > 1:
                    rows.append(words + chr(48 + min(70, round(4 * more))))
            rows.sort()
            out.append(f'  {side}:')
            text = ''.join(rows)
            parts = [text[at:at + 105] for at in range(0, len(text), 105)]
            out.append(' +\n'.join(f'    {json.dumps(part, ensure_ascii=False)}' for part in parts).replace('"', "'") + ',')
        out.append('}')
        out.append('')
    open(target, 'w', encoding='utf-8').write('\n'.join(out))
    print({side: len(rows) for side, rows in met.items()}, base)


main()
