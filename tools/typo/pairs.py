"""Words of the same sound that are both right, told apart by their neighbours: assets/pairs.txt.

    python3 pairs.py OUT TARGET

OUT: what count.py and readings.mjs wrote. A row is a word, the word that is meant where it is found among these neighbours, the
two characters that stand before it, a blank, and those that stand behind it: two characters each. A neighbour is kept where the
one word stands there so often that the other is a slip.
"""
import collections
import json
import sys

import numpy as np

FIRST = 3
# How often a word of two characters must stand to be one, and how often, and how many times oftener, a neighbour must have it.
LEAST_WORD = 60
OFTEN = (260, 80)
# Pairs that are often mistaken for one another have less to prove.
MISTAKEN = set('''权利/权力 反应/反映 任性/韧性 截止/截至 必需/必须 形式/形势 体质/体制 正是/正式 收益/受益 以至/以致 受权/授权 考查/考察
督查/督察 暴发/爆发 启用/起用 中止/终止 施行/实行 侦查/侦察 界限/界线 品味/品位 质疑/置疑 启示/启事 机智/机制 公证/公正 振动/震动
正轨/正规 营利/盈利 赢利/盈利 增殖/增值 水力/水利 调解/调节 违犯/违反 事例/示例 事物/事务 有利/有力 查看/察看 主体/主题 自愿/资源
树立/竖立 接合/结合 期间/其间 长年/常年 年青/年轻 法制/法治 至使/致使 换回/挽回 会意/会议 中心/忠心 公式/公示 公事/公示 工时/公示 实事/事实 世事/事实
知道/指导 指示/知识 制止/致至 意义/异议 处事/处世 化工/华工 经历/精力 精神/精深 工艺/公益 公义/公益 权益/权宜 激励/激烈 简报/捡报
建立/间立 交代/交待 解决/截决 融会/融汇 会合/汇合 会聚/汇聚 汇集/会集 合理/合力 效力/效率 预定/预订 政治/整治 执政/执证'''.split())
OFTEN_MISTAKEN = (30, 25)
# Pairs of which both stand in the same places, or that are the ends of other words.
LEFT_OUT = set('''整治/政治 政治/整治 知识/指示 指示/知识 督查/督察 督察/督查 新型/新兴 检测/监测 食用/使用 适用/使用 教室/教师 报到/报道 省级/升级 助理/助力 即时/及时 一经/已经 实地/湿地 各阶/各界
实验/试验 大事/大势 试用/使用 实是/实施 实事/实施 病例/病历 以为/意为 适时/实时 重心/中心 防止/防治 发声/发生 检察/检查 历程/里程
合流/河流 寄予/给予 一架/一家 地表/地标 高职/高质 实业/事业 十项/事项 报人/保人 边民/便民 起航/启航 记时/及时 铜仁/同仁 实时/实施
法治/法制 交纳/缴纳'''.split())
SAME_USE = '做作 象像 他它 他她 它她 帐账 订定 份分 那哪'.split()


def main():
    out, target = sys.argv[1], sys.argv[2]
    chars = json.load(open(f'{out}/vocab.json', encoding='utf-8'))['chars']
    sounds = json.load(open(f'{out}/words.json', encoding='utf-8'))

    def words_of(keys):
        one, other = keys >> np.uint64(13), keys & np.uint64(8191)
        return [chars[a - FIRST] + chars[b - FIRST] if FIRST <= a < FIRST + len(chars) and FIRST <= b < FIRST + len(chars) else None
                for a, b in zip(one.tolist(), other.tolist())]

    pairs_met = np.load(f'{out}/k2.npy')
    times = {word: count for word, count in zip(words_of(pairs_met), np.load(f'{out}/c2.npy').tolist()) if word}
    by_sound = collections.defaultdict(list)
    for word, sound in sounds.items():
        if times.get(word, 0) >= LEAST_WORD:
            by_sound[sound].append(word)
    pairs = {(a, b) for group in by_sound.values() for a in group for b in group if a != b and (a[0] == b[0] or a[1] == b[1])}
    for pair in MISTAKEN:
        a, b = pair.split('/')
        pairs |= {(a, b), (b, a)}
    pairs = {(a, b) for a, b in pairs if f'{a}/{b}' not in LEFT_OUT and (f'{b}/{a}' not in LEFT_OUT or f'{a}/{b}' in MISTAKEN) and not any(
        x + y in SAME_USE or y + x in SAME_USE for x, y in zip(a, b) if x != y)}
    meant = {b for _, b in pairs}
    runs = np.load(f'{out}/k4.npy')
    before, behind = collections.defaultdict(dict), collections.defaultdict(dict)
    for one, other, count in zip(words_of(runs >> np.uint64(26)), words_of(runs & np.uint64((1 << 26) - 1)), np.load(f'{out}/c4.npy').tolist()):
        if one is None or other is None:
            continue
        if other in meant:
            before[other][one] = count
        if one in meant:
            behind[one][other] = count
    lines = []
    rows = 0
    for a, b in sorted(pairs):
        least, ratio = OFTEN_MISTAKEN if f'{a}/{b}' in MISTAKEN or f'{b}/{a}' in MISTAKEN else OFTEN
        kept = [sorted(near for near, count in side.get(b, {}).items() if count >= least and count / (side.get(a, {}).get(near, 0) + 1) >= ratio)
                for side in (before, behind)]
        if any(kept):
            rows += len(kept[0]) + len(kept[1])
            lines.append(a + b + ''.join(kept[0]) + ' ' + ''.join(kept[1]))
    text = '\n'.join(lines) + '\n'
    open(target, 'w', encoding='utf-8').write(text)
    print(len(lines), 'pairs', rows, 'neighbours', len(text.encode()), 'bytes')


main()
